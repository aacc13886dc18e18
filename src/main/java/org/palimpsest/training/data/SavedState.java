package org.palimpsest.training.data;

import java.util.Locale;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.ResamplingKernel;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;

/** What common software does to a picture between two people: resample it and save it as JPEG. */
final class SavedState {
  private SavedState() {}

  /** A picture after being saved, and how. */
  record Saved(RgbImage image, String how) {}

  /** JPEG whose block grid starts at the picture's corner. */
  static Saved jpeg(RgbImage image, int lowest, int highest, Dice dice) {
    int quality = dice.whole(lowest, highest);
    Subsampling subsampling =
        dice.chance(0.6)
            ? Subsampling.S420
            : dice.chance(0.6) ? Subsampling.S444 : Subsampling.S422;
    return new Saved(
        Jpeg.recompress(image, quality, subsampling),
        "JPEG %d %s".formatted(quality, subsampling.notation()));
  }

  /** Another size by a filter that editors and websites use. */
  static Saved resized(RgbImage image, int width, int height, Dice dice) {
    String scale = "x" + Math.round(100.0 * width / image.width()) / 100.0;
    return switch (dice.whole(0, 5)) {
      case 0, 1 -> new Saved(Resize.area(image, width, height), scale + " area");
      case 2 -> new Saved(Resize.bilinear(image, width, height), scale + " bilinear");
      case 3 -> filtered(image, width, height, scale, ResamplingKernel.CUBIC);
      case 4 -> filtered(image, width, height, scale, ResamplingKernel.LINEAR);
      default -> filtered(image, width, height, scale, ResamplingKernel.LANCZOS);
    };
  }

  private static Saved filtered(
      RgbImage image, int width, int height, String scale, ResamplingKernel kernel) {
    return new Saved(
        Resize.filtered(image, width, height, kernel),
        scale + " " + kernel.name().toLowerCase(Locale.ROOT));
  }
}
