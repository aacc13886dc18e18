package org.palimpsest.heatmap;

import org.palimpsest.imaging.RgbImage;

/** Pixels to draw on; what falls outside is left out. */
final class Canvas {
  private final int width;
  private final int height;
  private final byte[] rgb;
  private final PixelFont font = new PixelFont();

  Canvas(int width, int height, int background) {
    this.width = width;
    this.height = height;
    rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    fill(0, 0, width, height, background);
  }

  void image(RgbImage image, int left, int top) {
    for (int y = 0; y < image.height(); y++) {
      System.arraycopy(
          image.rgb(),
          y * image.width() * 3,
          rgb,
          ((top + y) * width + left) * 3,
          image.width() * 3);
    }
  }

  /** Mixes a colour over a pixel; opacity 0 leaves it, 1 replaces it. */
  void mix(int x, int y, int colour, float opacity) {
    int at = (y * width + x) * 3;
    for (int channel = 0; channel < 3; channel++) {
      int over = colour >> (16 - 8 * channel) & 0xff;
      int under = rgb[at + channel] & 0xff;
      rgb[at + channel] = (byte) Math.round(under + opacity * (over - under));
    }
  }

  void fill(int left, int top, int columns, int rows, int colour) {
    for (int y = Math.max(0, top); y < Math.min(height, top + rows); y++) {
      for (int x = Math.max(0, left); x < Math.min(width, left + columns); x++) {
        mix(x, y, colour, 1);
      }
    }
  }

  /** A straight line with a square pen of odd size (Bresenham 1965). */
  void line(int x0, int y0, int x1, int y1, int pen, int colour) {
    int dx = Math.abs(x1 - x0);
    int dy = -Math.abs(y1 - y0);
    int error = dx + dy;
    int x = x0;
    int y = y0;
    while (true) {
      fill(x - pen / 2, y - pen / 2, pen, pen, colour);
      if (x == x1 && y == y1) {
        return;
      }
      int twice = 2 * error;
      if (twice >= dy) {
        error += dy;
        x += Integer.signum(x1 - x0);
      }
      if (twice <= dx) {
        error += dx;
        y += Integer.signum(y1 - y0);
      }
    }
  }

  /** Digits, points and per cent signs, each pixel of the font {@code scale} pixels wide. */
  void text(String text, int left, int top, int scale, int colour) {
    for (int i = 0; i < text.length(); i++) {
      for (int y = 0; y < PixelFont.HEIGHT; y++) {
        for (int x = 0; x < PixelFont.WIDTH; x++) {
          if (font.inked(text.charAt(i), x, y)) {
            int at = left + (i * PixelFont.WIDTH + x) * scale;
            fill(at, top + y * scale, scale, scale, colour);
          }
        }
      }
    }
  }

  int textWidth(String text, int scale) {
    return font.width(text, scale);
  }

  RgbImage image() {
    return new RgbImage(width, height, rgb);
  }
}
