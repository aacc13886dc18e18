package org.palimpsest.imaging;

/**
 * Upright 8-bit sRGB pixels.
 *
 * @param width pixels per row, at least 1
 * @param height rows, at least 1
 * @param rgb interleaved R, G, B, row-major, {@code width * height * 3} bytes; not copied
 */
public record RgbImage(int width, int height, byte[] rgb) {
  public RgbImage {
    if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "%d x %d pixels need %d bytes, not %d"
              .formatted(width, height, 3L * width * height, rgb.length));
    }
  }

  /** An image of black pixels. */
  public static RgbImage black(int width, int height) {
    return new RgbImage(
        width, height, new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)]);
  }

  /** The value 0..255 of a channel (0 red, 1 green, 2 blue). */
  public int value(int x, int y, int channel) {
    return rgb[(y * width + x) * 3 + channel] & 0xff;
  }
}
