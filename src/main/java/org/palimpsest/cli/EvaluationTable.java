package org.palimpsest.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.palimpsest.evaluation.AreaRule;
import org.palimpsest.evaluation.Evaluation;
import org.palimpsest.evaluation.Measured;
import org.palimpsest.evaluation.Resaving;
import org.palimpsest.evaluation.SetSummary;
import org.palimpsest.registry.Measurement;

/** What was measured, as lines for people and as CSV of every picture. */
final class EvaluationTable {
  private final Evaluation evaluation;

  EvaluationTable(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Mean block AUC by set and resaving; a dash where nothing could be measured. */
  List<String> localization() {
    List<String> lines = new ArrayList<>();
    if (evaluation.edited().isEmpty()) {
      return lines;
    }
    lines.add("Mean block AUC (16 x 16 pixels, native resolution; 0.5 is chance)");
    List<Object> heads = new ArrayList<>(List.of("SET", "N"));
    for (Resaving resaving : Resaving.values()) {
      heads.add(resaving.words());
    }
    lines.add("%-32s %5s %9s %9s %9s".formatted(heads.toArray()));
    for (Map.Entry<String, List<Measured>> set : Evaluation.bySet(evaluation.edited()).entrySet()) {
      lines.add(line(set.getKey(), set.getValue()));
    }
    lines.add(line("all", evaluation.edited()));
    return lines;
  }

  private static String line(String name, List<Measured> pictures) {
    List<Object> cells = new ArrayList<>(List.of(name));
    cells.add(SetSummary.of(Evaluation.only(pictures, Resaving.AS_IS)).pictures());
    for (Resaving resaving : Resaving.values()) {
      OptionalDouble mean = SetSummary.of(Evaluation.only(pictures, resaving)).meanBlockAuc();
      cells.add(mean.isPresent() ? String.format(Locale.ROOT, "%.3f", mean.getAsDouble()) : "-");
    }
    return "%-32s %5s %9s %9s %9s".formatted(cells.toArray());
  }

  /** The operating point and what it does to the pictures it was not chosen on. */
  List<String> detection(AreaRule rule) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Operating point: flagged when at least %.4f %% of the picture lie above %.2f",
            100 * rule.limit(),
            rule.mapThreshold()));
    for (Measurement figure : evaluation.figures(rule)) {
      lines.add("%-42s %-44s n=%d".formatted(figure.name(), figure.value(), figure.n()));
    }
    return lines;
  }

  /** One row for each picture and resaving. */
  String csv() {
    StringBuilder csv = new StringBuilder();
    csv.append("set,file,resaving,width,height,edited_share,score,area_above_0.5,block_auc\r\n");
    List<Measured> all = new ArrayList<>(evaluation.edited());
    all.addAll(evaluation.authentic());
    for (Measured one : all) {
      csv.append(quoted(one.image().set())).append(',');
      csv.append(quoted(String.valueOf(one.image().file().getFileName()))).append(',');
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,%d,%d,%.6f,%.6f,%.6f,%s\r\n",
              one.resaving().words(),
              one.width(),
              one.height(),
              one.editedShare(),
              one.score(),
              one.areas().above(49),
              one.blockAuc().isPresent()
                  ? String.format(Locale.ROOT, "%.6f", one.blockAuc().getAsDouble())
                  : ""));
    }
    return csv.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
