package org.palimpsest.imaging;

import java.util.ArrayList;
import java.util.List;

/**
 * An image with halves, quarters and so on of itself, each pixel the mean of the two by two pixels
 * under it (box filter). A picture shown small is drawn from the level nearest above its size:
 * leaving pixels out would put patterns on the screen that the picture does not have.
 *
 * @param levels the image itself, then each half of the one before, rounded up; at least one
 */
public record Pyramid(List<RgbImage> levels) {
  /** No level beyond the first whose longer side is this or less. */
  private static final int SMALLEST = 256;

  public Pyramid {
    levels = List.copyOf(levels);
  }

  /** Builds all levels. The image itself is not copied; the others take a third of its memory. */
  public static Pyramid of(RgbImage image) {
    List<RgbImage> levels = new ArrayList<>();
    RgbImage level = image;
    levels.add(level);
    while (Math.max(level.width(), level.height()) > SMALLEST) {
      level = half(level);
      levels.add(level);
    }
    return new Pyramid(levels);
  }

  /** The full image. */
  public RgbImage image() {
    return levels.getFirst();
  }

  /**
   * The level to draw from: the smallest that still has at least as many pixels as the screen.
   *
   * @param scale screen pixels per pixel of the image
   */
  public int levelFor(double scale) {
    int level = 0;
    while (level + 1 < levels.size() && scale * (2L << level) <= 1 + 1e-9) {
      level++;
    }
    return level;
  }

  static RgbImage half(RgbImage image) {
    int width = (image.width() + 1) / 2;
    int height = (image.height() + 1) / 2;
    byte[] from = image.rgb();
    byte[] to = new byte[width * height * 3];
    for (int y = 0; y < height; y++) {
      int upper = 2 * y * image.width() * 3;
      // An odd last row or column stands for two equal ones.
      int lower = 2 * y + 1 < image.height() ? upper + image.width() * 3 : upper;
      int at = y * width * 3;
      for (int x = 0; x < width; x++) {
        int left = 2 * x * 3;
        int right = 2 * x + 1 < image.width() ? left + 3 : left;
        for (int channel = 0; channel < 3; channel++) {
          int sum =
              (from[upper + left + channel] & 0xff)
                  + (from[upper + right + channel] & 0xff)
                  + (from[lower + left + channel] & 0xff)
                  + (from[lower + right + channel] & 0xff);
          to[at++] = (byte) ((sum + 2) >> 2);
        }
      }
    }
    return new RgbImage(width, height, to);
  }
}
