package org.palimpsest.ui.inspector;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.Outcome;

/**
 * The examinations of an exhibit side by side.
 *
 * @param lines a line for each thing that is compared
 */
record Comparison(List<Line> lines) {
  /**
   * One thing that is compared.
   *
   * @param key last part of the message key of its label
   * @param values its value in each examination, in the order of the examinations
   */
  record Line(String key, List<String> values) {
    Line {
      values = List.copyOf(values);
    }

    /** Whether the examinations do not all say the same. */
    boolean differs() {
      return values.stream().distinct().count() > 1;
    }
  }

  Comparison {
    lines = List.copyOf(lines);
  }

  /**
   * Compares examinations.
   *
   * @param words an outcome in the window's language
   */
  static Comparison of(List<Inspection.Result> results, Function<Outcome, String> words) {
    List<Line> lines = new ArrayList<>();
    add(lines, "outcome", results, record -> words.apply(record.verdict().outcome()));
    add(lines, "area", results, record -> percent(record.measurement().areaShare()));
    add(lines, "peak", results, record -> number(record.measurement().peak()));
    add(
        lines,
        "regions",
        results,
        record -> Integer.toString(record.measurement().regions().size()));
    add(lines, "score", results, record -> number(record.measurement().score()));
    add(lines, "model", results, record -> record.conditions().model());
    add(lines, "weights", results, record -> shortened(record.conditions().modelSha256()));
    add(
        lines,
        "mode",
        results,
        record -> record.conditions().mode().name().toLowerCase(Locale.ROOT));
    add(lines, "threshold", results, record -> number(record.conditions().threshold()));
    add(lines, "device", results, record -> record.conditions().device());
    add(lines, "precision", results, record -> record.conditions().precision());
    add(lines, "program", results, record -> record.versions().program());
    add(lines, "file", results, record -> shortened(record.file().sha256()));
    add(lines, "at", results, record -> record.at().truncatedTo(ChronoUnit.SECONDS).toString());
    return new Comparison(lines);
  }

  private static void add(
      List<Line> lines,
      String key,
      List<Inspection.Result> results,
      Function<ExaminationRecord, String> value) {
    lines.add(new Line(key, results.stream().map(result -> value.apply(result.record())).toList()));
  }

  private static String shortened(String sha256) {
    return sha256.length() > 12 ? sha256.substring(0, 12) + "…" : sha256;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
