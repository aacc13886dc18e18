package org.palimpsest.samples;

import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;
import org.palimpsest.training.data.Regenerator;
import org.palimpsest.training.data.Retouch;
import org.palimpsest.training.data.Sample;

/**
 * How a sample is made. Edited or not, it is saved once more at the end.
 *
 * @param name of the file, without extension
 * @param edit null for an untouched picture
 * @param quality of the final JPEG
 */
record Recipe(String name, Shot shot, @Nullable Edit edit, int quality, Subsampling subsampling) {
  private static final double MARGIN = 0.006;
  private static final int FEATHER = 2;

  /** Whether it takes an autoencoder to make it. */
  boolean needsRegenerator() {
    return edit instanceof Edit.Regenerated;
  }

  /**
   * The picture before its final save, with the pixels that were touched.
   *
   * @param regenerator needed for regenerated areas only
   */
  Sample make(@Nullable Regenerator regenerator) {
    Rendering rendering = shot.rendering();
    RgbImage picture = shot.saved(rendering);
    if (edit == null) {
      return new Sample(picture, Mask.empty(picture.width(), picture.height()), false, "untouched");
    }
    return switch (edit) {
      case Edit.Filled filled ->
          retouch(picture, area(rendering, filled, 0, 0)).filled(shot.seed());
      case Edit.Smoothed smoothed ->
          retouch(picture, area(rendering, smoothed, 0, 0)).smoothed(shot.seed());
      case Edit.Regenerated again -> {
        if (regenerator == null) {
          throw new IllegalArgumentException(name + " needs an autoencoder");
        }
        yield retouch(picture, area(rendering, again, 0, 0)).regenerated(regenerator);
      }
      case Edit.Copied copied -> {
        int dx = pixels(copied.dx());
        int dy = pixels(copied.dy());
        yield retouch(picture, area(rendering, copied, dx, dy))
            .pasted(picture, -dx, -dy, "copied within the picture");
      }
      case Edit.Pasted pasted -> {
        int dx = pixels(pasted.dx());
        int dy = pixels(pasted.dy());
        Rendering other = pasted.from().rendering();
        yield retouch(picture, area(other, pasted, dx, dy))
            .pasted(pasted.from().saved(other), -dx, -dy, "pasted from another picture");
      }
    };
  }

  private int pixels(double share) {
    return (int) Math.round(share * shot.height());
  }

  private static Retouch retouch(RgbImage picture, Mask area) {
    return new Retouch(picture, area, FEATHER);
  }

  private Mask area(Rendering rendering, Edit what, int dx, int dy) {
    int margin = (int) Math.round(MARGIN * shot.height());
    Mask all = Mask.empty(rendering.width(), rendering.height());
    for (int object : what.objects()) {
      Mask one = rendering.mask(object, margin, dx, dy);
      for (int i = 0; i < one.values().length; i++) {
        all.values()[i] |= one.values()[i];
      }
    }
    return all;
  }
}
