package org.palimpsest.evaluation;

import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;

/**
 * Intersection over union of the marked and the edited pixels of one image, as IMDLBenCo computes
 * it: inverted maps are {@code 1 - p} thresholded anew, so a value of exactly 0.5 is unmarked both
 * ways round.
 */
public final class PixelIou {
  private static final float EPSILON = 1e-8f;

  private PixelIou() {}

  /**
   * The score of one image, 0..1; 0 where nothing was edited.
   *
   * @param shape where 0, the pixel is neither marked nor edited; null: all count
   */
  public static float of(
      FloatMap prediction, Mask truth, @Nullable Mask shape, PredictionMode mode) {
    SameSize.check(prediction, truth, shape);
    return switch (mode) {
      case ORIGIN -> of(prediction, truth, shape, false);
      case REVERSE -> of(prediction, truth, shape, true);
      case DOUBLE ->
          Math.max(of(prediction, truth, shape, false), of(prediction, truth, shape, true));
    };
  }

  private static float of(FloatMap prediction, Mask truth, @Nullable Mask shape, boolean reversed) {
    long intersection = 0;
    long union = 0;
    for (int i = 0; i < truth.values().length; i++) {
      if (shape == null || shape.values()[i] != 0) {
        float value = prediction.values()[i];
        boolean marked = (reversed ? 1 - value : value) > PixelConfusion.THRESHOLD;
        boolean edited = truth.values()[i] != 0;
        intersection += marked && edited ? 1 : 0;
        union += marked || edited ? 1 : 0;
      }
    }
    return intersection / (union + EPSILON);
  }
}
