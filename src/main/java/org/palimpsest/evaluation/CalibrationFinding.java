package org.palimpsest.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evaluation.calibration.CalibrationTrial;
import org.palimpsest.evaluation.calibration.Observation;
import org.palimpsest.evaluation.data.TestImage;
import org.palimpsest.registry.Calibration;
import org.palimpsest.registry.Calibration.Method;
import org.palimpsest.registry.Statistic;

/**
 * Calibrations that were tried: the class score by temperature and by isotonic regression, the
 * flagged area by isotonic regression, each on every resaving of the pictures.
 *
 * @param trials those that were possible, the most exact first
 * @param chosen the one that may be used; null where none may
 * @param reason which, or why none, one sentence
 */
public record CalibrationFinding(
    List<CalibrationTrial> trials, @Nullable Calibration chosen, String reason) {
  public CalibrationFinding {
    trials = List.copyOf(trials);
  }

  static CalibrationFinding of(
      Evaluation evaluation, @Nullable AreaRule rule, LocalDate day, long seed) {
    List<Measured> fakes = evaluation.edited().isEmpty() ? evaluation.fake() : evaluation.edited();
    List<Measured> all = new ArrayList<>(fakes);
    all.addAll(evaluation.authentic());
    List<Observation> scores = observations(all, Measured::score);
    if (!CalibrationTrial.isPossible(scores)) {
      return new CalibrationFinding(
          List.of(),
          null,
          "Nothing was calibrated: that takes at least %d fake and %d authentic pictures."
              .formatted(CalibrationTrial.FOLDS, CalibrationTrial.FOLDS));
    }
    String on =
        "fake: %s; authentic: %s; each as it came and after every resaving"
            .formatted(Evaluation.names(fakes), Evaluation.names(evaluation.authentic()));
    List<CalibrationTrial> trials = new ArrayList<>();
    for (Method method : Method.values()) {
      trials.add(CalibrationTrial.of(method, Statistic.IMAGE_SCORE, 0, scores, on, day, seed));
    }
    if (rule != null) {
      trials.add(
          CalibrationTrial.of(
              Method.ISOTONIC,
              Statistic.AREA,
              rule.mapThreshold(),
              observations(all, one -> one.areas().above(rule.mapIndex())),
              on,
              day,
              seed));
    }
    trials.sort(Comparator.comparingDouble(trial -> trial.reliability().brier()));
    return of(trials);
  }

  private static CalibrationFinding of(List<CalibrationTrial> trials) {
    for (CalibrationTrial trial : trials) {
      if (trial.isUsable()) {
        return new CalibrationFinding(
            trials,
            trial.calibration(),
            String.format(
                Locale.ROOT,
                "%s: Brier score %.3f (0.25 is no knowledge), expected calibration error %.3f on"
                    + " pictures left out of the fit.",
                words(trial.calibration()),
                trial.reliability().brier(),
                trial.reliability().expectedCalibrationError()));
      }
    }
    CalibrationTrial best = trials.getFirst();
    return new CalibrationFinding(
        trials,
        null,
        String.format(
            Locale.ROOT,
            "Nothing is shown as a probability: the best try (%s) has a Brier score of %.3f (0.25"
                + " is no knowledge) and an expected calibration error of %.3f (at most %.2f is"
                + " allowed) on pictures left out of the fit.",
            words(best.calibration()),
            best.reliability().brier(),
            best.reliability().expectedCalibrationError(),
            CalibrationTrial.LARGEST_ERROR));
  }

  /** A calibration in words. */
  public static String words(Calibration calibration) {
    String of =
        switch (calibration.statistic()) {
          case IMAGE_SCORE -> "class score";
          case AREA -> String.format(Locale.ROOT, "area above %.2f", calibration.mapThreshold());
        };
    return of
        + (calibration.method() == Method.ISOTONIC ? ", isotonic regression" : ", temperature");
  }

  private static List<Observation> observations(
      List<Measured> pictures, ToDoubleFunction<Measured> statistic) {
    Map<TestImage, Integer> numbers = new HashMap<>();
    List<Observation> observations = new ArrayList<>();
    for (Measured one : pictures) {
      numbers.putIfAbsent(one.image(), numbers.size());
      observations.add(
          new Observation(
              numbers.getOrDefault(one.image(), 0),
              statistic.applyAsDouble(one),
              !one.image().authentic()));
    }
    return observations;
  }
}
