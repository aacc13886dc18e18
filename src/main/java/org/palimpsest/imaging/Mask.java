package org.palimpsest.imaging;

/**
 * A binary map: 1 where the image was edited, 0 elsewhere.
 *
 * @param width pixels per row
 * @param height rows
 * @param values 0 or 1, row-major; not copied
 */
public record Mask(int width, int height, byte[] values) {
  public Mask {
    if (width < 1 || height < 1 || values.length != (long) width * height) {
      throw new IllegalArgumentException(
          "%d x %d values expected, not %d".formatted(width, height, values.length));
    }
  }

  /** A mask without a marked pixel. */
  public static Mask empty(int width, int height) {
    return new Mask(width, height, new byte[Math.multiplyExact(width, height)]);
  }

  /** Number of marked pixels. */
  public long area() {
    long area = 0;
    for (byte value : values) {
      area += value;
    }
    return area;
  }
}
