package org.palimpsest.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Localization over some pictures after one resaving.
 *
 * @param pictures those that have both kinds of block
 * @param meanBlockAuc mean of their block AUCs; empty without any
 */
public record SetSummary(int pictures, OptionalDouble meanBlockAuc) {
  /** Summarizes the edited pictures among those given. */
  public static SetSummary of(List<Measured> measured) {
    double[] areas =
        measured.stream()
            .filter(one -> one.blockAuc().isPresent())
            .mapToDouble(one -> one.blockAuc().getAsDouble())
            .toArray();
    return new SetSummary(areas.length, Arrays.stream(areas).average());
  }

  /**
   * How well a statistic ranks edited above authentic pictures: area under the ROC curve, empty
   * when one of the kinds is missing.
   */
  public static OptionalDouble detection(double[] edited, double[] authentic) {
    float[] scores = new float[edited.length + authentic.length];
    boolean[] positive = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      positive[i] = i < edited.length;
      scores[i] = (float) (positive[i] ? edited[i] : authentic[i - edited.length]);
    }
    return RocAuc.of(scores, positive);
  }
}
