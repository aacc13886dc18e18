package org.palimpsest.ui.viewer;

import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;

/**
 * A picture to time the viewer with: rings that grow finer outwards, with grain, so that no square
 * is like another; and a map with a few marked discs. Computed, the same every time.
 *
 * @param width pixels
 * @param height pixels
 */
record BenchScene(int width, int height) {
  private static final float THRESHOLD = 0.5f;

  /** Of about so many megapixels, four by three. */
  static BenchScene ofMegapixels(int megapixels) {
    int height = (int) Math.round(Math.sqrt(megapixels * 1e6 * 3 / 4));
    return new BenchScene((int) Math.round(height * 4 / 3.0), height);
  }

  ViewedPicture picture() {
    return new ViewedPicture(
        "bench-%dx%d".formatted(width, height),
        image(),
        Heatmap.of(map(), THRESHOLD),
        "half of the range");
  }

  private RgbImage image() {
    RgbImage image = RgbImage.black(width, height);
    byte[] rgb = image.rgb();
    int seed = 1;
    for (int y = 0; y < height; y++) {
      long dy = y - height / 2L;
      for (int x = 0; x < width; x++) {
        long dx = x - width / 2L;
        seed = seed * 1664525 + 1013904223;
        int ring = (int) ((dx * dx + dy * dy) >> 14) & 0xff;
        int grain = seed >>> 28;
        int at = (y * width + x) * 3;
        rgb[at] = (byte) Math.min(255, ring + grain);
        rgb[at + 1] = (byte) Math.min(255, (x * 200 / width) + grain);
        rgb[at + 2] = (byte) Math.min(255, (y * 200 / height) + grain);
      }
    }
    return image;
  }

  private FloatMap map() {
    float[] values = new float[Math.multiplyExact(width, height)];
    double unit = width / 10.0;
    for (int y = 0; y < height; y++) {
      double cellY = (y % unit) / unit - 0.5;
      for (int x = 0; x < width; x++) {
        double cellX = (x % unit) / unit - 0.5;
        // Cones of different heights: every threshold has outlines of its own.
        int column = (int) (x / unit);
        int row = (int) (y / unit);
        int cell = column * 7 + row * 3;
        double top = 0.25 + cell % 11 / 14.0;
        values[y * width + x] =
            (float) Math.max(0, top - 2 * Math.sqrt(cellX * cellX + cellY * cellY) * top);
      }
    }
    return new FloatMap(width, height, values);
  }
}
