package org.palimpsest.training.data;

import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;

/**
 * A picture with its ground truth.
 *
 * @param image the picture
 * @param mask 1 where pixels were altered; the size of the image
 * @param fake whether anything was altered
 * @param provenance how it came about, for people
 */
public record Sample(RgbImage image, Mask mask, boolean fake, String provenance) {
  public Sample {
    if (mask.width() != image.width() || mask.height() != image.height()) {
      throw new IllegalArgumentException(
          "The mask has %d x %d pixels, the picture %d x %d"
              .formatted(mask.width(), mask.height(), image.width(), image.height()));
    }
    if (!fake && mask.area() > 0) {
      throw new IllegalArgumentException("An authentic sample has no marked pixels");
    }
  }
}
