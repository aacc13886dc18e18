package org.palimpsest.report.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evaluation.AreaRule;
import org.palimpsest.evaluation.EvaluationResult;
import org.palimpsest.evaluation.LocalizationFigure;
import org.palimpsest.evaluation.Measured;
import org.palimpsest.evaluation.data.TestImage;
import org.palimpsest.evaluation.data.Unusable;

/**
 * {@code pictures.csv} after RFC 4180: one line for every picture and resaving, and one for every
 * file that could not be measured. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front.
 */
final class PicturesCsv {
  private final StringBuilder text = new StringBuilder();
  private final List<String> cells = new ArrayList<>();
  private final int columns;

  private PicturesCsv() {
    for (String name :
        List.of(
            "set",
            "file",
            "label",
            "resaving",
            "error_code",
            "reason",
            "sha256",
            "width",
            "height",
            "jpeg_quality",
            "edited_share",
            "score",
            "area_above_0.5",
            "area_above_point",
            "flagged",
            "used_to_choose_point",
            "opensdid_score")) {
      cells.add(name);
    }
    for (LocalizationFigure figure : LocalizationFigure.values()) {
      cells.add(figure.key());
    }
    columns = cells.size();
    endLine();
  }

  static String of(EvaluationResult result) {
    PicturesCsv csv = new PicturesCsv();
    Set<TestImage> unseen = new HashSet<>();
    result.evaluation().unseen().forEach(one -> unseen.add(one.image()));
    for (Measured one : result.measurements().measured()) {
      csv.measured(one, result.rule(), unseen);
    }
    for (Unusable one : result.measurements().unusable()) {
      csv.unusable(one);
    }
    return csv.text.toString();
  }

  private void measured(Measured one, @Nullable AreaRule rule, Set<TestImage> unseen) {
    text(one.image().set());
    text(one.image().file().toString());
    text(one.image().label().name().toLowerCase(Locale.ROOT));
    text(one.resaving().words());
    text("");
    text("");
    text(one.sha256());
    cells.add(Integer.toString(one.width()));
    cells.add(Integer.toString(one.height()));
    cells.add(one.jpegQuality() == null ? "" : one.jpegQuality().toString());
    number(one.editedShare());
    number(one.score());
    number(one.areas().above(49));
    if (rule == null) {
      cells.addAll(List.of("", "", ""));
    } else {
      number(rule.statistics(List.of(one))[0]);
      text(rule.flags(one) ? "yes" : "no");
      text(one.image().authentic() && !unseen.contains(one.image()) ? "yes" : "no");
    }
    number(one.protocol().score());
    for (LocalizationFigure figure : LocalizationFigure.values()) {
      OptionalDouble value = figure.of(one);
      if (value.isPresent()) {
        number(value.getAsDouble());
      } else {
        cells.add("");
      }
    }
    endLine();
  }

  private void unusable(Unusable one) {
    text(one.set());
    text(one.file().toString());
    text("");
    text("");
    text(one.code());
    text(one.reason());
    while (cells.size() < columns) {
      cells.add("");
    }
    endLine();
  }

  private void number(double value) {
    cells.add(String.format(Locale.ROOT, "%.6f", value));
  }

  private void text(String value) {
    String harmless =
        !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean quoted = harmless.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0);
    cells.add(quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless);
  }

  private void endLine() {
    text.append(String.join(",", cells)).append("\r\n");
    cells.clear();
  }
}
