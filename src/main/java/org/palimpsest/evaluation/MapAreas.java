package org.palimpsest.evaluation;

import org.palimpsest.imaging.FloatMap;

/**
 * The share of a map above each of 99 thresholds, 0.01 to 0.99, so that thresholds can be chosen
 * after the maps are gone.
 */
public final class MapAreas {
  /** Number of thresholds. */
  public static final int COUNT = 99;

  private final double[] above;

  private MapAreas(double[] above) {
    this.above = above;
  }

  /** Counts a map's values. */
  public static MapAreas of(FloatMap map) {
    long[] highest = new long[COUNT + 1];
    for (float value : map.values()) {
      highest[thresholdsBelow(value)]++;
    }
    double[] above = new double[COUNT];
    long count = 0;
    for (int i = COUNT - 1; i >= 0; i--) {
      count += highest[i + 1];
      above[i] = (double) count / map.values().length;
    }
    return new MapAreas(above);
  }

  /** The threshold of an index from 0; compare maps with its nearest float. */
  public static double threshold(int index) {
    return (index + 1) / 100.0;
  }

  /** Share of the map strictly above the threshold of an index, 0..1. */
  public double above(int index) {
    return above[index];
  }

  /** How many thresholds a value lies above; compared exactly as an examination compares. */
  static int thresholdsBelow(float value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("A map value is outside 0..1: " + value);
    }
    int count = Math.min(COUNT, (int) (value * 100));
    while (count > 0 && !(value > (float) threshold(count - 1))) {
      count--;
    }
    while (count < COUNT && value > (float) threshold(count)) {
      count++;
    }
    return count;
  }
}
