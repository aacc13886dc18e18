package org.palimpsest.evaluation.calibration;

import java.util.List;

/** The divisor of the logit that makes the class score most likely, found by golden section. */
final class Temperature {
  private static final double SMALLEST = Math.log(0.01);
  private static final double LARGEST = Math.log(1000);
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private Temperature() {}

  /** The temperature, 0.01..1000; the largest says that the score means nothing. */
  static double fit(List<Observation> observations) {
    Weights weights = Weights.balancing(observations);
    double low = SMALLEST;
    double high = LARGEST;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = loss(observations, weights, left);
    double atRight = loss(observations, weights, right);
    for (int i = 0; i < 80; i++) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = loss(observations, weights, left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = loss(observations, weights, right);
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double loss(List<Observation> observations, Weights weights, double log) {
    double temperature = Math.exp(log);
    double loss = 0;
    for (Observation one : observations) {
      double score = Math.clamp(one.value(), 1e-7, 1 - 1e-7);
      double logit = Math.log(score / (1 - score)) / temperature;
      // log(1 + e^-x) without overflow.
      double signed = one.fake() ? logit : -logit;
      loss += weights.of(one) * (Math.max(-signed, 0) + Math.log1p(Math.exp(-Math.abs(signed))));
    }
    return loss;
  }
}
