package org.palimpsest.evaluation.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * Probabilities against what came true, in ten equal intervals of probability; fake and authentic
 * observations weigh the same in all.
 *
 * @param bins intervals that hold an observation
 * @param expectedCalibrationError weighted mean of the distances between probability and frequency
 * @param brier weighted mean of the squared distances between probability and truth; 0.25 is what
 *     "one half" gives
 */
public record Reliability(List<Bin> bins, double expectedCalibrationError, double brier) {
  private static final int BINS = 10;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * One interval.
   *
   * @param probability mean probability in it
   * @param frequency weighted share of fakes in it
   * @param observations number of observations
   */
  public record Bin(double probability, double frequency, int observations) {}

  /**
   * Compares.
   *
   * @param probabilities one for each observation
   */
  static Reliability of(List<Observation> observations, double[] probabilities) {
    Weights weights = Weights.balancing(observations);
    double[] sums = new double[BINS];
    double[] fakes = new double[BINS];
    double[] weight = new double[BINS];
    int[] counts = new int[BINS];
    double brier = 0;
    for (int i = 0; i < probabilities.length; i++) {
      Observation one = observations.get(i);
      double each = weights.of(one);
      int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
      sums[bin] += each * probabilities[i];
      fakes[bin] += one.fake() ? each : 0;
      weight[bin] += each;
      counts[bin]++;
      double off = probabilities[i] - (one.fake() ? 1 : 0);
      brier += each * off * off;
    }
    List<Bin> bins = new ArrayList<>();
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        bins.add(new Bin(sums[bin] / weight[bin], fakes[bin] / weight[bin], counts[bin]));
        error += Math.abs(sums[bin] - fakes[bin]);
      }
    }
    return new Reliability(bins, error, brier);
  }
}
