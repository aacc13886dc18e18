package org.palimpsest.evaluation;

import java.util.function.DoubleUnaryOperator;
import org.palimpsest.registry.Rate;

/**
 * The exact two-sided confidence interval of a proportion (Clopper and Pearson, Biometrika 26,
 * 1934). It never promises less than its level, which is what a false-alarm rate needs.
 */
public final class BinomialInterval {
  private static final double TAIL = 0.025;

  private BinomialInterval() {}

  /**
   * The rate {@code hits / trials} with its 95 % interval.
   *
   * @param hits 0..trials
   * @param trials at least 1
   */
  public static Rate of95(int hits, int trials) {
    if (trials < 1 || hits < 0 || hits > trials) {
      throw new IllegalArgumentException("%d of %d is no proportion".formatted(hits, trials));
    }
    double low = hits == 0 ? 0 : rootOf(p -> 1 - atMost(hits - 1, trials, p) - TAIL);
    double high = hits == trials ? 1 : rootOf(p -> TAIL - atMost(hits, trials, p));
    return new Rate((double) hits / trials, low, high);
  }

  /** Where an increasing function crosses zero between 0 and 1. */
  private static double rootOf(DoubleUnaryOperator increasing) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (increasing.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Probability of at most {@code hits} successes; summed from logarithms to reach large n. */
  private static double atMost(int hits, int trials, double p) {
    double sum = 0;
    double logChoices = 0;
    for (int i = 0; i <= hits; i++) {
      sum += Math.exp(logChoices + i * Math.log(p) + (trials - i) * Math.log1p(-p));
      logChoices += Math.log((double) (trials - i) / (i + 1));
    }
    return sum;
  }
}
