package org.palimpsest.evaluation;

import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;

/**
 * Pixels of one image by prediction and truth, and the metrics of IMDLBenCo that follow from them,
 * in its single precision. An image with an empty mask has F1 and recall 0 even when predicted
 * perfectly, so means over sets with authentic images say nothing.
 *
 * @param truePositives edited pixels that were marked
 * @param trueNegatives untouched pixels that were not marked
 * @param falsePositives untouched pixels that were marked
 * @param falseNegatives edited pixels that were not marked
 */
public record PixelConfusion(
    long truePositives, long trueNegatives, long falsePositives, long falseNegatives) {
  /** A pixel is marked when its value is strictly above this. */
  public static final float THRESHOLD = 0.5f;

  private static final float EPSILON = 1e-8f;

  /**
   * Counts the pixels of an image.
   *
   * @param shape where 0, the pixel (padding, say) is not counted; null: all are
   * @throws IllegalArgumentException if the sizes differ
   */
  public static PixelConfusion of(FloatMap prediction, Mask truth, @Nullable Mask shape) {
    SameSize.check(prediction, truth, shape);
    long[] counts = new long[4];
    for (int i = 0; i < truth.values().length; i++) {
      if (shape == null || shape.values()[i] != 0) {
        int marked = prediction.values()[i] > THRESHOLD ? 2 : 0;
        counts[marked + truth.values()[i]]++;
      }
    }
    return new PixelConfusion(counts[3], counts[0], counts[2], counts[1]);
  }

  /** The harmonic mean of precision and recall, 0..1. */
  public float f1(PredictionMode mode) {
    return switch (mode) {
      case ORIGIN -> f1();
      case REVERSE -> reversed().f1();
      case DOUBLE -> Math.max(f1(), reversed().f1());
    };
  }

  /** The share of pixels predicted rightly, 0..1. */
  public float accuracy(PredictionMode mode) {
    return switch (mode) {
      case ORIGIN -> accuracy();
      case REVERSE -> reversed().accuracy();
      case DOUBLE -> Math.max(accuracy(), reversed().accuracy());
    };
  }

  /** Intersection over union of the marked and the edited pixels, 0..1; 0 where there are none. */
  public float iou() {
    return truePositives / (truePositives + falsePositives + falseNegatives + EPSILON);
  }

  /** The counts of the inverted prediction. */
  private PixelConfusion reversed() {
    return new PixelConfusion(falseNegatives, falsePositives, trueNegatives, truePositives);
  }

  private float f1() {
    float precision = truePositives / ((float) truePositives + falsePositives + EPSILON);
    float recall = truePositives / ((float) truePositives + falseNegatives + EPSILON);
    return 2 * precision * recall / (precision + recall + EPSILON);
  }

  private float accuracy() {
    long right = truePositives + trueNegatives;
    return (float) right / (right + falsePositives + falseNegatives);
  }
}
