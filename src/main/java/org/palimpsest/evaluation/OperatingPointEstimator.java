package org.palimpsest.evaluation;

import java.util.Arrays;
import org.palimpsest.registry.Rate;

/**
 * Chooses the threshold of a per-image statistic and measures how often it errs. An image is
 * flagged when its statistic is at or above the threshold.
 *
 * <p>A rate measured on the very images that the threshold was chosen from is too favourable:
 * choose on one set, measure on another, and record which.
 */
public final class OperatingPointEstimator {
  private OperatingPointEstimator() {}

  /**
   * The lowest threshold that flags no more than the stated share of these authentic images. It
   * lies directly above the highest statistic that must not be flagged.
   *
   * @param authentic statistics of authentic images, finite, at least one
   * @param falseAlarmRate the share that may be flagged, 0 up to but excluding 1
   */
  public static double threshold(double[] authentic, double falseAlarmRate) {
    check(authentic);
    if (!(0 <= falseAlarmRate && falseAlarmRate < 1)) {
      throw new IllegalArgumentException("No false-alarm rate: " + falseAlarmRate);
    }
    double[] sorted = authentic.clone();
    Arrays.sort(sorted);
    // The small term keeps 0.05 of 20 at one image although 0.05 has no exact binary form.
    int flagged = (int) Math.floor(falseAlarmRate * sorted.length + 1e-9);
    return Math.nextUp(sorted[sorted.length - 1 - flagged]);
  }

  /** The share of authentic images that the threshold flags, with its 95 % interval. */
  public static Rate falseAlarms(double[] authentic, double threshold) {
    check(authentic);
    return BinomialInterval.of95(atOrAbove(authentic, threshold), authentic.length);
  }

  /** The share of edited images that the threshold does not flag, with its 95 % interval. */
  public static Rate misses(double[] edited, double threshold) {
    check(edited);
    return BinomialInterval.of95(edited.length - atOrAbove(edited, threshold), edited.length);
  }

  private static int atOrAbove(double[] statistics, double threshold) {
    return (int) Arrays.stream(statistics).filter(value -> value >= threshold).count();
  }

  private static void check(double[] statistics) {
    if (statistics.length == 0) {
      throw new IllegalArgumentException("No images to measure on");
    }
    for (double statistic : statistics) {
      if (!Double.isFinite(statistic)) {
        throw new IllegalArgumentException("A statistic is not a finite number");
      }
    }
  }
}
