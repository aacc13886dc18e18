package org.palimpsest.evaluation.calibration;

import java.util.List;

/**
 * Weights that give fake and authentic observations the same sum, one half each.
 *
 * @param fake weight of a fake observation
 * @param authentic weight of an authentic one
 */
record Weights(double fake, double authentic) {
  static Weights balancing(List<Observation> observations) {
    long fake = observations.stream().filter(Observation::fake).count();
    long authentic = observations.size() - fake;
    if (fake == 0 || authentic == 0) {
      throw new IllegalArgumentException("Fake and authentic observations are needed");
    }
    return new Weights(0.5 / fake, 0.5 / authentic);
  }

  double of(Observation observation) {
    return observation.fake() ? fake : authentic;
  }
}
