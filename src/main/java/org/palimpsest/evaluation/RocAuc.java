package org.palimpsest.evaluation;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Area under the ROC curve: the probability that a positive scores above a negative, ties counting
 * one half (Mann-Whitney).
 */
public final class RocAuc {
  private RocAuc() {}

  /**
   * The area, 0..1, or nothing when one of the two kinds is missing.
   *
   * @param scores higher means more probably positive; no NaN
   * @param positive the truth, of the same length
   */
  public static OptionalDouble of(float[] scores, boolean[] positive) {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException(
          "%d scores for %d labels".formatted(scores.length, positive.length));
    }
    long[] keys = new long[scores.length];
    long positives = 0;
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ordered(scores[i]) << 1 | (positive[i] ? 1 : 0);
      positives += positive[i] ? 1 : 0;
    }
    long negatives = keys.length - positives;
    if (positives == 0 || negatives == 0) {
      return OptionalDouble.empty();
    }
    Arrays.sort(keys);
    return OptionalDouble.of(wins(keys) / positives / negatives);
  }

  /** Pairs in which the positive wins; a tie is half a win. */
  private static double wins(long[] keys) {
    double wins = 0;
    long below = 0;
    int from = 0;
    while (from < keys.length) {
      int to = from;
      long tiedPositives = 0;
      while (to < keys.length && keys[to] >> 1 == keys[from] >> 1) {
        tiedPositives += keys[to] & 1;
        to++;
      }
      long tiedNegatives = to - from - tiedPositives;
      wins += tiedPositives * (below + 0.5 * tiedNegatives);
      below += tiedNegatives;
      from = to;
    }
    return wins;
  }

  /** An integer that is ordered as the float is; both zeros are one. */
  private static long ordered(float score) {
    if (Float.isNaN(score)) {
      throw new IllegalArgumentException("A score is not a number");
    }
    int bits = Float.floatToIntBits(score + 0f);
    return bits >= 0 ? bits : (long) Integer.MIN_VALUE - bits;
  }
}
