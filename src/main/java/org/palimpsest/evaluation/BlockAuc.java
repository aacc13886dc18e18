package org.palimpsest.evaluation;

import java.util.OptionalDouble;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;

/**
 * Localization quality at native resolution: ROC AUC over blocks of 16 x 16 pixels, scored by the
 * mean of the map and positive when more than half of the block is edited. A block at the right or
 * lower border counts when more than half of its columns and rows are inside the image.
 */
public final class BlockAuc {
  /** Pixels along a side of a block. */
  public static final int BLOCK = 16;

  private BlockAuc() {}

  /** The area, 0..1, or nothing when the image lacks one of the two kinds of block. */
  public static OptionalDouble of(FloatMap prediction, Mask truth) {
    SameSize.check(prediction, truth, null);
    int columns = blocks(truth.width());
    int rows = blocks(truth.height());
    float[] scores = new float[columns * rows];
    boolean[] edited = new boolean[columns * rows];
    for (int block = 0; block < scores.length; block++) {
      int left = block % columns * BLOCK;
      int top = block / columns * BLOCK;
      int right = Math.min(left + BLOCK, truth.width());
      int bottom = Math.min(top + BLOCK, truth.height());
      double sum = 0;
      int white = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          sum += prediction.at(x, y);
          white += truth.values()[y * truth.width() + x];
        }
      }
      int pixels = (right - left) * (bottom - top);
      scores[block] = (float) (sum / pixels);
      edited[block] = 2 * white > pixels;
    }
    return RocAuc.of(scores, edited);
  }

  private static int blocks(int extent) {
    return (extent + BLOCK / 2 - 1) / BLOCK;
  }
}
