package org.palimpsest.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evaluation.AlarmRow;
import org.palimpsest.evaluation.AreaRule;
import org.palimpsest.evaluation.Comparison;
import org.palimpsest.evaluation.DetectionRow;
import org.palimpsest.evaluation.Estimate;
import org.palimpsest.evaluation.EvaluationResult;
import org.palimpsest.evaluation.Group;
import org.palimpsest.evaluation.LocalizationFigure;
import org.palimpsest.evaluation.LocalizationRow;
import org.palimpsest.evaluation.Resaving;
import org.palimpsest.evaluation.SetFacts;

/** An evaluation as lines for a terminal: the figures with n and 95 % intervals. */
public final class SummaryText {
  private final EvaluationResult result;
  private final List<String> lines = new ArrayList<>();

  private SummaryText(EvaluationResult result) {
    this.result = result;
  }

  /** The lines. */
  public static List<String> of(EvaluationResult result) {
    SummaryText text = new SummaryText(result);
    text.head();
    text.localization();
    text.point();
    text.detection();
    text.alarms();
    text.line("");
    text.line("%s", result.envelope().reason());
    text.line("%s", result.calibration().reason());
    text.comparison();
    result.measurements().notes().forEach(note -> text.line("Note: %s", note));
    return text.lines;
  }

  private void line(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values).stripTrailing());
  }

  private void head() {
    line(
        "%s, %s mode, %s, %s; 95 %% intervals in brackets",
        result.facts().model(),
        result.facts().mode().name().toLowerCase(Locale.ROOT),
        result.facts().device(),
        result.facts().precision());
    for (SetFacts set : result.sets()) {
      line(
          "%-32s %5d authentic %5d edited %5d fake   %s",
          set.name(), set.authentic(), set.edited(), set.fake(), set.formats());
    }
  }

  private void localization() {
    for (Resaving resaving : Resaving.values()) {
      List<LocalizationRow> rows =
          result.localization().stream()
              .filter(row -> row.resaving() == resaving && row.pictures() > 0)
              .toList();
      if (rows.isEmpty()) {
        continue;
      }
      line("");
      line("Localization, %s (means over pictures; AUC 0.5 is chance)", resaving.words());
      StringBuilder head = new StringBuilder("%-32s %5s".formatted("GROUP", "N"));
      for (LocalizationFigure figure : LocalizationFigure.values()) {
        head.append(" %-22s".formatted(figure.words()));
      }
      lines.add(head.append(" found").toString());
      rows.forEach(this::localization);
    }
  }

  private void localization(LocalizationRow row) {
    StringBuilder line = new StringBuilder("%-32s %5d".formatted(name(row), row.pictures()));
    for (LocalizationFigure figure : LocalizationFigure.values()) {
      line.append(" %-22s".formatted(cell(row.figures().get(figure), 3, false)));
    }
    lines.add(line.append(' ').append(cell(row.found(), 1, true)).toString());
  }

  private static String name(LocalizationRow row) {
    return row.kind() == Group.Kind.FIFTH
        ? row.group().replace(" of the picture", "")
        : row.group();
  }

  private void point() {
    AreaRule rule = result.rule();
    if (rule == null) {
      line("");
      line("No operating point: that takes at least two authentic pictures.");
      return;
    }
    line("");
    line(
        "Operating point: flagged when at least %.4f %% of the picture lie above %.2f",
        100 * rule.limit(), rule.mapThreshold());
  }

  private void detection() {
    line("");
    line(
        "Detection      %5s %9s  %-22s %-22s %-22s %s",
        "FAKE",
        "AUTHENTIC",
        "OpenSDID F1",
        "OpenSDID accuracy",
        "AUC of class score",
        "AUC of flagged area");
    for (DetectionRow row : result.detection()) {
      line(
          "%-14s %5d %9d  %-22s %-22s %-22s %s",
          row.resaving().words(),
          row.fakes(),
          row.authentic(),
          cell(row.f1(), 3, false),
          cell(row.accuracy(), 3, false),
          cell(row.scoreAuc(), 3, false),
          cell(row.areaAuc(), 3, false));
    }
  }

  private void alarms() {
    if (result.alarms().isEmpty()) {
      return;
    }
    line("");
    line(
        "%-26s %-10s %5s %-28s %-22s %-22s %s",
        "False alarms",
        "",
        "N",
        "at the operating point",
        "any pixel above 0.5",
        "1 % above 0.5",
        "class score above 0.5");
    for (AlarmRow row : result.alarms()) {
      Estimate point = row.atPoint();
      line(
          "%-26s %-10s %5d %-28s %-22s %-22s %s",
          row.set(),
          row.resaving().words(),
          row.pictures(),
          cell(point, 1, true) + (point == null ? "" : " n=" + point.n()),
          cell(row.anyPixel(), 1, true),
          cell(row.onePercent(), 1, true),
          cell(row.scoreAboveHalf(), 1, true));
    }
  }

  private void comparison() {
    Comparison comparison = result.comparison();
    if (comparison == null) {
      return;
    }
    line("");
    line("Against %s, picture by picture (this run minus the other)", comparison.other());
    line(
        "%-12s %-9s %-28s %5s %7s %7s %-24s %s",
        "MEASURE", "VARIANT", "GROUP", "N", "HERE", "THERE", "DIFFERENCE", "95 % LOWER BOUND");
    for (Comparison.Row row : comparison.rows()) {
      Double bound = row.lowerBound();
      line(
          "%-12s %-9s %-28s %5d %7.3f %7.3f %-24s %s",
          row.measure(),
          row.variant(),
          row.group(),
          row.difference().n(),
          row.here(),
          row.there(),
          row.difference().words(3, false),
          bound == null
              ? "-"
              : String.format(Locale.ROOT, "%+.3f%s", bound, bound > 0 ? "  above 0" : ""));
    }
    line("%d figures only here, %d only there.", comparison.onlyHere(), comparison.onlyThere());
  }

  private static String cell(@Nullable Estimate value, int decimals, boolean percent) {
    return value == null ? "-" : value.words(decimals, percent);
  }
}
