package org.palimpsest.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.palimpsest.evaluation.AlarmRow;
import org.palimpsest.evaluation.Comparison;
import org.palimpsest.evaluation.DetectionRow;
import org.palimpsest.evaluation.EvaluationResult;
import org.palimpsest.evaluation.Group;
import org.palimpsest.evaluation.LocalizationFigure;
import org.palimpsest.evaluation.LocalizationRow;
import org.palimpsest.evaluation.Resaving;
import org.palimpsest.evaluation.SetFacts;
import org.palimpsest.evidence.VisibleName;

/** The tables of an evaluation. */
final class Tables {
  private final EvaluationResult result;

  Tables(EvaluationResult result) {
    this.result = result;
  }

  Table sets() {
    List<Table.Row> rows = new ArrayList<>();
    for (SetFacts set : result.sets()) {
      rows.add(
          new Table.Row(
              VisibleName.of(set.name()),
              Integer.toString(set.authentic() + set.edited() + set.fake()),
              false,
              List.of(
                  Cell.text(Integer.toString(set.authentic())),
                  Cell.text(Integer.toString(set.edited())),
                  Cell.text(Integer.toString(set.fake())),
                  Cell.text(set.formats()))));
    }
    return new Table(
        "The pictures",
        "Where authentic and fake pictures differ in format, a program could tell them apart"
            + " without looking at a pixel; the figures after identical saving are free of that.",
        List.of("authentic", "edited, with mask", "fake, no mask", "formats"),
        rows);
  }

  List<Table> localization() {
    List<Table> tables = new ArrayList<>();
    for (Resaving resaving : Resaving.values()) {
      List<LocalizationRow> rows =
          result.localization().stream()
              .filter(row -> row.resaving() == resaving && row.pictures() > 0)
              .toList();
      if (!rows.isEmpty()) {
        tables.add(localization(resaving, rows));
      }
    }
    return tables;
  }

  private static Table localization(Resaving resaving, List<LocalizationRow> rows) {
    List<String> heads = new ArrayList<>();
    for (LocalizationFigure figure : LocalizationFigure.values()) {
      heads.add(figure.words());
    }
    heads.add("found at the operating point");
    return new Table(
        "Where: " + words(resaving),
        "Means over edited pictures, every picture counting the same. AUC 0.5 is chance.",
        heads,
        rows.stream().map(Tables::localization).toList());
  }

  private static Table.Row localization(LocalizationRow row) {
    List<Cell> cells = new ArrayList<>();
    for (LocalizationFigure figure : LocalizationFigure.values()) {
      cells.add(Cell.of(row.figures().get(figure), false, row.pictures()));
    }
    cells.add(Cell.of(row.found(), true, row.pictures()));
    return new Table.Row(
        row.kind() == Group.Kind.FIFTH ? "edits of " + row.group() : VisibleName.of(row.group()),
        Integer.toString(row.pictures()),
        row.kind() == Group.Kind.POOL,
        cells);
  }

  Table detection() {
    List<Table.Row> rows = new ArrayList<>();
    for (DetectionRow row : result.detection()) {
      int n = row.fakes() + row.authentic();
      if (n > 0) {
        rows.add(
            new Table.Row(
                words(row.resaving()),
                "%d + %d".formatted(row.fakes(), row.authentic()),
                false,
                List.of(
                    Cell.of(row.f1(), false, n),
                    Cell.of(row.accuracy(), false, n),
                    Cell.of(row.scoreAuc(), false, n),
                    Cell.of(row.areaAuc(), false, n))));
      }
    }
    return new Table(
        "Whether: fake against authentic pictures",
        "n: fake + authentic. F1 and accuracy by OpenSDID's protocol (class, whole picture"
            + " stretched); the AUCs need no threshold.",
        List.of("image F1", "image accuracy", "AUC of the class score", "AUC of the flagged area"),
        rows);
  }

  Table alarms() {
    List<Table.Row> rows = new ArrayList<>();
    for (AlarmRow row : result.alarms()) {
      rows.add(
          new Table.Row(
              "%s, %s".formatted(VisibleName.of(row.set()), row.resaving().words()),
              Integer.toString(row.pictures()),
              row.set().equals("all"),
              List.of(
                  Cell.of(row.atPoint(), true, row.pictures()),
                  Cell.of(row.anyPixel(), true, row.pictures()),
                  Cell.of(row.onePercent(), true, row.pictures()),
                  Cell.of(row.scoreAboveHalf(), true, row.pictures()))));
    }
    return new Table(
        "False alarms on authentic pictures",
        "At the operating point only pictures count that it was not chosen on.",
        List.of(
            "at the operating point",
            "any pixel above 0.5",
            "more than 1 % above 0.5",
            "class score above 0.5"),
        rows);
  }

  static Table comparison(Comparison comparison) {
    List<Table.Row> rows = new ArrayList<>();
    for (Comparison.Row row : comparison.rows()) {
      Double bound = row.lowerBound();
      rows.add(
          new Table.Row(
              "%s, %s: %s".formatted(row.measure(), row.variant(), VisibleName.of(row.group())),
              Integer.toString(row.difference().n()),
              row.group().equals("pool"),
              List.of(
                  Cell.text(String.format(Locale.ROOT, "%.3f", row.here())),
                  Cell.text(String.format(Locale.ROOT, "%.3f", row.there())),
                  Cell.of(row.difference(), false, row.difference().n()),
                  Cell.text(
                      bound == null
                          ? "–"
                          : String.format(
                              Locale.ROOT, "%+.3f%s", bound, bound > 0 ? ", above 0" : "")))));
    }
    return new Table(
        "Against " + VisibleName.of(comparison.other()),
        "Picture by picture, this run minus the other. Sets of fewer than %d pictures are in the pool only. %d figures exist only here, %d only there."
            .formatted(Comparison.FEWEST, comparison.onlyHere(), comparison.onlyThere()),
        List.of("here", "there", "difference", "95 % lower bound, one-sided"),
        rows);
  }

  private static String words(Resaving resaving) {
    return switch (resaving) {
      case AS_IS -> "as the pictures came";
      case JPEG_75 -> "after JPEG quality 75";
      case SMALLER_JPEG_85 -> "after ×0.6 and JPEG quality 85";
    };
  }
}
