package org.palimpsest.imaging;

/**
 * Moving averages of a map; three passes come close to a Gaussian with standard deviation {@code
 * sqrt(radius * (radius + 1))}. The cost does not depend on the radius. Borders are repeated.
 */
public final class BoxBlur {
  private final int radius;
  private final int passes;

  /**
   * A blur.
   *
   * @param radius pixels on each side of the centre, 0 for none
   * @param passes how often it is applied
   */
  public BoxBlur(int radius, int passes) {
    this.radius = radius;
    this.passes = passes;
  }

  /** A blurred copy. */
  public FloatMap apply(FloatMap map) {
    float[] values = map.values().clone();
    if (radius > 0) {
      int width = map.width();
      int height = map.height();
      float[] line = new float[Math.max(width, height)];
      for (int pass = 0; pass < passes; pass++) {
        for (int y = 0; y < height; y++) {
          average(values, y * width, 1, width, line);
        }
        for (int x = 0; x < width; x++) {
          average(values, x, width, height, line);
        }
      }
    }
    return new FloatMap(map.width(), map.height(), values);
  }

  private void average(float[] values, int at, int step, int length, float[] line) {
    for (int i = 0; i < length; i++) {
      line[i] = values[at + i * step];
    }
    // In double: single precision would leave a drift along the row.
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += line[Math.clamp(i, 0, length - 1)];
    }
    for (int i = 0; i < length; i++) {
      values[at + i * step] = (float) (sum / (2 * radius + 1));
      sum += line[Math.min(i + radius + 1, length - 1)] - line[Math.max(i - radius, 0)];
    }
  }
}
