package org.palimpsest.heatmap;

import org.palimpsest.imaging.FloatMap;

/**
 * The share of an image above every threshold of three decimals, counted once, so that a threshold
 * can be moved without reading the map again. Each share is exactly {@link Heatmap#shareAbove}.
 */
public final class AreaCurve {
  /** Thresholds between 0 and 1 that have a share of their own. */
  public static final int STEPS = 1000;

  private final double[] shares;

  private AreaCurve(double[] shares) {
    this.shares = shares;
  }

  /** Counts the values of a map. */
  public static AreaCurve of(FloatMap map) {
    // above[k]: values above step k - 1 and not above step k; the last holds what is above 1.
    long[] between = new long[STEPS + 2];
    for (float value : map.values()) {
      between[firstNotBelow(value)]++;
    }
    double[] shares = new double[STEPS + 1];
    long above = 0;
    for (int step = STEPS; step >= 0; step--) {
      above += between[step + 1];
      shares[step] = (double) above / map.values().length;
    }
    return new AreaCurve(shares);
  }

  /** The threshold of a step. */
  public static float threshold(int step) {
    return (float) (step / (double) STEPS);
  }

  /** The step nearest to a threshold. */
  public static int step(double threshold) {
    return (int) Math.round(Math.clamp(threshold, 0, 1) * STEPS);
  }

  /** Share of all pixels strictly above a step's threshold, 0..1. */
  public double shareAbove(int step) {
    return shares[step];
  }

  /**
   * The first step whose threshold the value does not exceed; one past the last if it exceeds 1.
   */
  private static int firstNotBelow(float value) {
    int step = Math.clamp((int) (value * STEPS), 0, STEPS);
    // The product is rounded, so the neighbours are looked at.
    while (step > 0 && !(value > threshold(step - 1))) {
      step--;
    }
    while (step <= STEPS && value > threshold(step)) {
      step++;
    }
    return step;
  }
}
