package org.palimpsest.heatmap;

import org.palimpsest.imaging.FloatMap;

/**
 * A map averaged down to a size that a screen can hold, ready to be coloured at any threshold. What
 * it draws is {@link Overlay}'s layer at full opacity; the opacity is applied when it is laid over
 * the image, so that changing it repaints nothing.
 */
public final class OverlayRaster {
  private static final int LEVELS = 1 << 16;

  private final int width;
  private final int height;
  private final char[] levels;

  private OverlayRaster(int width, int height, char[] levels) {
    this.width = width;
    this.height = height;
    this.levels = levels;
  }

  /**
   * Averages a map down (box mean).
   *
   * @param longestSide pixels of the longer side at most; a smaller map keeps its size
   */
  public static OverlayRaster of(FloatMap map, int longestSide) {
    double scale = Math.min(1, (double) longestSide / Math.max(map.width(), map.height()));
    int width = Math.max(1, (int) Math.round(map.width() * scale));
    int height = Math.max(1, (int) Math.round(map.height() * scale));
    FloatMap small = BoxMean.shrink(map, width, height);
    char[] levels = new char[small.values().length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (char) Math.round(Math.clamp(small.values()[i], 0f, 1f) * (LEVELS - 1));
    }
    return new OverlayRaster(width, height, levels);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /**
   * The pixels as premultiplied 0xAARRGGBB, row-major: the colour of each value, more opaque in
   * proportion to the value up to the threshold.
   */
  public int[] premultiplied(ColourMap colours, float threshold) {
    int[] table = new int[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      float value = level / (LEVELS - 1f);
      table[level] = premultiplied(colours.colour(value), Overlay.share(value, threshold));
    }
    int[] pixels = new int[levels.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = table[levels[i]];
    }
    return pixels;
  }

  private static int premultiplied(int colour, float alpha) {
    int pixel = Math.round(alpha * 255) << 24;
    for (int shift = 16; shift >= 0; shift -= 8) {
      pixel |= Math.round((colour >> shift & 0xff) * alpha) << shift;
    }
    return pixel;
  }
}
