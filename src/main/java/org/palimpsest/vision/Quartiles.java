package org.palimpsest.vision;

import java.util.Arrays;

/** Median and quartiles of repeated measurements, linearly interpolated between neighbours. */
public record Quartiles(double lower, double median, double upper) {
  /** Of at least one value, in any order. */
  public static Quartiles of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  private static double at(double[] sorted, double quantile) {
    double position = quantile * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
