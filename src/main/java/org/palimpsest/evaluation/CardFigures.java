package org.palimpsest.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.registry.Measurement;

/** The figures of an evaluation that go into a model's card. */
public final class CardFigures {
  private final EvaluationResult result;
  private final List<Measurement> figures = new ArrayList<>();

  private CardFigures(EvaluationResult result) {
    this.result = result;
  }

  /** Localization of the pool and of every set, detection, misses and false alarms. */
  public static List<Measurement> of(EvaluationResult result) {
    CardFigures card = new CardFigures(result);
    result.localization().stream()
        .filter(row -> row.kind() != Group.Kind.FIFTH)
        .forEach(card::localization);
    result.detection().forEach(card::detection);
    result.alarms().forEach(card::alarms);
    return card.figures;
  }

  private void localization(LocalizationRow row) {
    boolean pool = row.kind() == Group.Kind.POOL;
    String set = pool ? names(row.resaving()) : row.group();
    row.figures()
        .forEach(
            (figure, mean) -> {
              if (pool || figure == LocalizationFigure.BLOCK_AUC) {
                add("mean " + figure.words(), row.resaving(), set, mean, 3, false);
              }
            });
    if (row.found() != null) {
      add("found at the operating point", row.resaving(), set, row.found(), 1, true);
    }
  }

  private void detection(DetectionRow row) {
    String set = "%d fake and %d authentic pictures".formatted(row.fakes(), row.authentic());
    if (row.f1() != null && row.accuracy() != null) {
      add("OpenSDID image F1", row.resaving(), set, row.f1(), 3, false);
      add("OpenSDID image accuracy", row.resaving(), set, row.accuracy(), 3, false);
    }
    if (row.scoreAuc() != null) {
      add("image AUC of the class score", row.resaving(), set, row.scoreAuc(), 3, false);
    }
    if (row.areaAuc() != null) {
      add("image AUC of the flagged area", row.resaving(), set, row.areaAuc(), 3, false);
    }
  }

  private void alarms(AlarmRow row) {
    if (row.atPoint() != null) {
      String set = row.set().equals("all") ? "all authentic sets" : row.set();
      add(
          "false alarms at the operating point",
          row.resaving(),
          set + ", the half the threshold was not chosen on",
          row.atPoint(),
          1,
          true);
    }
  }

  private void add(
      String name, Resaving resaving, String set, Estimate value, int decimals, boolean percent) {
    figures.add(
        new Measurement(
            "%s, %s".formatted(name, resaving.words()),
            set,
            value.n(),
            value.words(decimals, percent).replace("(", "(95 % interval ")));
  }

  private String names(Resaving resaving) {
    return Evaluation.names(Evaluation.only(result.evaluation().edited(), resaving));
  }
}
