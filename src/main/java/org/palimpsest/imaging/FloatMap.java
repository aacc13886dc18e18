package org.palimpsest.imaging;

/**
 * One float per pixel, for localization maps: 0 (as the surroundings of an original) to 1 (edited).
 *
 * @param width pixels per row
 * @param height rows
 * @param values row-major; not copied
 */
public record FloatMap(int width, int height, float[] values) {
  public FloatMap {
    if (width < 1 || height < 1 || values.length != (long) width * height) {
      throw new IllegalArgumentException(
          "%d x %d values expected, not %d".formatted(width, height, values.length));
    }
  }

  public float at(int x, int y) {
    return values[y * width + x];
  }
}
