package org.palimpsest.evaluation.calibration;

/**
 * One value of a statistic with the truth.
 *
 * @param picture number of the picture it was taken from; values of one picture are never split
 *     between fitting and trying
 * @param value the statistic, finite
 * @param fake whether the picture is fake
 */
public record Observation(int picture, double value, boolean fake) {
  public Observation {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("A statistic is not a finite number");
    }
  }
}
