package org.palimpsest.training.data;

import org.palimpsest.imaging.GaussianBlur;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;

/**
 * The random changes that the released MaskCLIP was trained with, in its order: scale, mirror,
 * brightness and contrast, JPEG, quarter turns, blur. Geometry moves image and mask alike. The
 * label becomes whether the mask still marks anything. Some of these changes erase the traces of an
 * edit.
 */
public final class Augmentation {
  private Augmentation() {}

  /** The changed sample; the same sample and seed always give the same pixels. */
  public static Sample of(Sample sample, long seed) {
    Dice dice = new Dice(seed);
    RgbImage image = sample.image();
    Mask mask = sample.mask();
    double scale = dice.between(0.8, 1.2);
    int width = Math.max(1, (int) (image.width() * scale));
    int height = Math.max(1, (int) (image.height() * scale));
    image = Resize.bilinear(image, width, height);
    mask = Resize.nearest(mask, width, height);

    boolean across = dice.chance(0.5);
    boolean down = dice.chance(0.5);
    Placement mirrored = Placement.mirrored(width, height, across, down);
    image = toned(mirrored.of(image), dice.between(0.9, 1.1), dice.between(-0.1, 0.1));
    mask = mirrored.of(mask);

    if (dice.chance(0.2)) {
      // OpenCV took the RGB array for BGR, so its chroma planes are those of the swapped picture.
      image = swapped(Jpeg.recompress(swapped(image), dice.whole(70, 100), Subsampling.S420));
    }
    int turns = dice.chance(0.5) ? dice.whole(0, 3) : 0;
    for (int i = 0; i < turns; i++) {
      Placement turned = Placement.turned(image.width(), image.height());
      image = turned.of(image);
      mask = turned.of(mask);
    }
    if (dice.chance(0.2)) {
      double kind = dice.between(0, 1);
      image = new GaussianBlur(kind < 0.2 ? 3 : kind < 0.6 ? 5 : 7).apply(image);
    }
    return new Sample(image, mask, mask.area() > 0, sample.provenance() + "; augmented " + seed);
  }

  /** Contrast about black, then brightness, cut off and truncated to whole levels. */
  private static RgbImage toned(RgbImage image, double contrast, double brightness) {
    byte[] rgb = new byte[image.rgb().length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.clamp((image.rgb()[i] & 0xff) * contrast + 255 * brightness, 0, 255);
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }

  private static RgbImage swapped(RgbImage image) {
    byte[] rgb = image.rgb().clone();
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = image.rgb()[i + 2];
      rgb[i + 2] = image.rgb()[i];
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }

  /** Where each pixel of the result comes from. */
  private record Placement(int width, int height, int[] from) {
    static Placement mirrored(int width, int height, boolean across, boolean down) {
      int[] from = new int[width * height];
      for (int i = 0; i < from.length; i++) {
        int x = i % width;
        int y = i / width;
        from[i] = (down ? height - 1 - y : y) * width + (across ? width - 1 - x : x);
      }
      return new Placement(width, height, from);
    }

    /** A quarter turn against the clock. */
    static Placement turned(int width, int height) {
      int[] from = new int[width * height];
      for (int i = 0; i < from.length; i++) {
        from[i] = i % height * width + width - 1 - i / height;
      }
      return new Placement(/* width= */ height, /* height= */ width, from);
    }

    RgbImage of(RgbImage image) {
      RgbImage moved = RgbImage.black(width, height);
      for (int i = 0; i < from.length; i++) {
        System.arraycopy(image.rgb(), from[i] * 3, moved.rgb(), i * 3, 3);
      }
      return moved;
    }

    Mask of(Mask mask) {
      Mask moved = Mask.empty(width, height);
      for (int i = 0; i < from.length; i++) {
        moved.values()[i] = mask.values()[from[i]];
      }
      return moved;
    }
  }
}
