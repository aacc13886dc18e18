package org.palimpsest.evaluation.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.palimpsest.registry.Calibration;
import org.palimpsest.registry.Calibration.Method;
import org.palimpsest.registry.Statistic;

/**
 * A calibration fitted on all observations, with the reliability of fits that did not see the
 * pictures they were tried on.
 *
 * @param calibration fitted on everything
 * @param reliability by cross-validation
 */
public record CalibrationTrial(Calibration calibration, Reliability reliability) {
  /** Parts of the cross-validation. */
  public static final int FOLDS = 5;

  /** Above this expected calibration error a probability would mislead. */
  public static final double LARGEST_ERROR = 0.1;

  /** The Brier score of somebody who always says one half. */
  private static final double NO_KNOWLEDGE = 0.25;

  /**
   * Fits and tries.
   *
   * @param observations at least {@link #FOLDS} pictures of each kind
   * @param mapThreshold of the area; 0 for the class score
   * @param measuredOn the pictures in words
   */
  public static CalibrationTrial of(
      Method method,
      Statistic statistic,
      double mapThreshold,
      List<Observation> observations,
      String measuredOn,
      LocalDate day,
      long seed) {
    Map<Integer, Integer> folds = folds(observations, seed);
    double[] probabilities = new double[observations.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Observation> others = new ArrayList<>();
      for (Observation one : observations) {
        if (folds.getOrDefault(one.picture(), 0) != fold) {
          others.add(one);
        }
      }
      Calibration fitted = fit(method, statistic, mapThreshold, others, measuredOn, day, 0);
      for (int i = 0; i < probabilities.length; i++) {
        if (folds.getOrDefault(observations.get(i).picture(), 0) == fold) {
          probabilities[i] = fitted.probability(observations.get(i).value());
        }
      }
    }
    Reliability reliability = Reliability.of(observations, probabilities);
    return new CalibrationTrial(
        fit(
            method,
            statistic,
            mapThreshold,
            observations,
            measuredOn,
            day,
            reliability.expectedCalibrationError()),
        reliability);
  }

  /** Whether there are enough pictures of both kinds to try a fit. */
  public static boolean isPossible(List<Observation> observations) {
    return pictures(observations, true) >= FOLDS && pictures(observations, false) >= FOLDS;
  }

  /** Whether it may be used: it knows more than nothing, and its probabilities come true. */
  public boolean isUsable() {
    return reliability.brier() < NO_KNOWLEDGE
        && reliability.expectedCalibrationError() <= LARGEST_ERROR;
  }

  private static Calibration fit(
      Method method,
      Statistic statistic,
      double mapThreshold,
      List<Observation> observations,
      String measuredOn,
      LocalDate day,
      double error) {
    return new Calibration(
        method,
        statistic,
        mapThreshold,
        method == Method.TEMPERATURE ? Temperature.fit(observations) : null,
        method == Method.ISOTONIC ? Isotonic.fit(observations) : List.of(),
        measuredOn,
        pictures(observations, true),
        pictures(observations, false),
        Math.min(1, error),
        FOLDS,
        day.toString());
  }

  private static int pictures(List<Observation> observations, boolean fake) {
    return (int)
        observations.stream()
            .filter(one -> one.fake() == fake)
            .map(Observation::picture)
            .distinct()
            .count();
  }

  /** Every picture's part, both kinds spread evenly. */
  private static Map<Integer, Integer> folds(List<Observation> observations, long seed) {
    Map<Integer, Integer> folds = new HashMap<>();
    for (boolean fake : new boolean[] {true, false}) {
      List<Integer> pictures =
          new ArrayList<>(
              observations.stream()
                  .filter(one -> one.fake() == fake)
                  .map(Observation::picture)
                  .distinct()
                  .sorted()
                  .toList());
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = pictures.size() - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int held = pictures.get(i);
        pictures.set(i, pictures.get(other));
        pictures.set(other, held);
      }
      for (int i = 0; i < pictures.size(); i++) {
        folds.put(pictures.get(i), i % FOLDS);
      }
    }
    return folds;
  }
}
