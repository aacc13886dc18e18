package org.palimpsest.imaging;

/**
 * A square window onto an image, in the image's own pixels; it may reach past the right and the
 * lower edge.
 *
 * @param x left edge, at least 0, a multiple of 8
 * @param y upper edge, at least 0, a multiple of 8
 * @param size pixels a side, at least 1
 */
public record Tile(int x, int y, int size) {
  /**
   * Origins keep the phase of JPEG's 8 x 8 blocks, so a tile's traces look as they do at (0, 0).
   */
  static final int GRID = 8;

  public Tile {
    if (x < 0 || y < 0 || x % GRID != 0 || y % GRID != 0 || size < 1) {
      throw new IllegalArgumentException(
          "no tile of %d pixels starts at (%d, %d)".formatted(size, x, y));
    }
  }

  /**
   * Copies the window's pixels. What lies past the image is the image mirrored at its last pixel
   * (which is not repeated), as often as a small image needs.
   *
   * @throws IllegalArgumentException if the window starts outside the image
   */
  public RgbImage cut(RgbImage image) {
    requireOverlap(image.width(), image.height());
    byte[] source = image.rgb();
    byte[] cut = new byte[Math.multiplyExact(Math.multiplyExact(size, size), 3)];
    int inside = Math.min(size, image.width() - x);
    for (int row = 0; row < size; row++) {
      int from = mirrored(y + row, image.height()) * image.width();
      int to = row * size;
      System.arraycopy(source, (from + x) * 3, cut, to * 3, inside * 3);
      for (int column = inside; column < size; column++) {
        int pixel = (from + mirrored(x + column, image.width())) * 3;
        System.arraycopy(source, pixel, cut, (to + column) * 3, 3);
      }
    }
    return new RgbImage(size, size, cut);
  }

  void requireOverlap(int width, int height) {
    if (x >= width || y >= height) {
      throw new IllegalArgumentException(
          "%s lies outside %d x %d pixels".formatted(this, width, height));
    }
  }

  private static int mirrored(int position, int length) {
    if (length == 1) {
      return 0;
    }
    int period = 2 * (length - 1);
    int phase = position % period;
    return phase < length ? phase : period - phase;
  }
}
