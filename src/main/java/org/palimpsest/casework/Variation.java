package org.palimpsest.casework;

import java.util.Arrays;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;

/**
 * What may have happened to an exhibit on its way and should not change what is said of it. Every
 * variant is saved or cut anew from the exhibit's own pixels.
 */
public enum Variation {
  /** Saved again as JPEG of quality 90. */
  JPEG_90("JPEG quality 90", 1, 90),
  /** Saved again as JPEG of quality 75. */
  JPEG_75("JPEG quality 75", 1, 75),
  /** Saved again as JPEG of quality 60. */
  JPEG_60("JPEG quality 60", 1, 60),
  /** Made smaller to three quarters of its sides. */
  SMALLER_75("resized to 0.75", 0.75, 0),
  /** Made smaller to half of its sides. */
  SMALLER_50("resized to 0.5", 0.5, 0),
  /** Cut off its JPEG grid: three columns at the left and five rows at the top. */
  CROPPED("cropped by 3 and 5 pixels", 1, 0);

  private static final int COLUMNS = 3;
  private static final int ROWS = 5;

  /** A side shorter than this says nothing about a local edit. */
  private static final int SHORTEST = 96;

  private final String words;
  private final double factor;
  private final int quality;

  Variation(String words, double factor, int quality) {
    this.words = words;
    this.factor = factor;
    this.quality = quality;
  }

  /** What happens, for people. */
  public String words() {
    return words;
  }

  /** Quality of its JPEG save; 0 where it is not saved. */
  int quality() {
    return quality;
  }

  /** Whether an image is large enough for it. */
  boolean suits(RgbImage image) {
    return Math.min(width(image), height(image)) >= SHORTEST;
  }

  private int width(RgbImage image) {
    return this == CROPPED ? image.width() - COLUMNS : (int) Math.round(image.width() * factor);
  }

  private int height(RgbImage image) {
    return this == CROPPED ? image.height() - ROWS : (int) Math.round(image.height() * factor);
  }

  /** The image after it. */
  RgbImage of(RgbImage image) {
    return switch (this) {
      case JPEG_90, JPEG_75, JPEG_60 -> Jpeg.recompress(image, quality, Subsampling.S420);
      case SMALLER_75, SMALLER_50 -> Resize.area(image, width(image), height(image));
      case CROPPED -> cropped(image);
    };
  }

  private RgbImage cropped(RgbImage image) {
    RgbImage cut = RgbImage.black(width(image), height(image));
    for (int y = 0; y < cut.height(); y++) {
      System.arraycopy(
          image.rgb(),
          ((y + ROWS) * image.width() + COLUMNS) * 3,
          cut.rgb(),
          y * cut.width() * 3,
          cut.width() * 3);
    }
    return cut;
  }

  /**
   * The variant's map laid back onto the original: at its own size where the variant covers it.
   *
   * @return a map of the original's size; values outside what the variant covers are negative
   */
  FloatMap back(FloatMap map, int width, int height) {
    if (this != CROPPED) {
      return map.width() == width && map.height() == height
          ? map
          : Resize.bilinear(map, width, height);
    }
    float[] values = new float[width * height];
    Arrays.fill(values, -1);
    for (int y = 0; y < map.height(); y++) {
      System.arraycopy(
          map.values(), y * map.width(), values, (y + ROWS) * width + COLUMNS, map.width());
    }
    return new FloatMap(width, height, values);
  }
}
