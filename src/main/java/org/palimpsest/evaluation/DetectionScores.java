package org.palimpsest.evaluation;

import java.util.OptionalDouble;

/**
 * Image-level metrics over a set, positive meaning fake, as IMDLBenCo computes them, F1 in its
 * single precision.
 *
 * @param f1 of the scores above 0.5, 0..1; 0 where no fake image was found
 * @param accuracy share of images on the right side of 0.5
 * @param auc area under the ROC curve of the scores; empty when one of the kinds is missing
 */
public record DetectionScores(float f1, double accuracy, OptionalDouble auc) {
  private static final float EPSILON = 1e-9f;

  /**
   * Scores a set.
   *
   * @param scores one for each image; above 0.5 means fake
   * @param fake the truth, of the same length, at least one
   */
  public static DetectionScores of(float[] scores, boolean[] fake) {
    if (scores.length == 0) {
      throw new IllegalArgumentException("No images to score");
    }
    OptionalDouble auc = RocAuc.of(scores, fake);
    float found = 0;
    float raised = 0;
    float present = 0;
    int right = 0;
    for (int i = 0; i < scores.length; i++) {
      boolean flagged = scores[i] > 0.5f;
      found += flagged && fake[i] ? 1 : 0;
      raised += flagged ? 1 : 0;
      present += fake[i] ? 1 : 0;
      right += flagged == fake[i] ? 1 : 0;
    }
    float precision = found / (raised + EPSILON);
    float recall = found / (present + EPSILON);
    float f1 = 2 * precision * recall / (precision + recall + EPSILON);
    return new DetectionScores(f1, (double) right / scores.length, auc);
  }
}
