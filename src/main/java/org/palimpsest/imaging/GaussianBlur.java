package org.palimpsest.imaging;

import java.util.Arrays;

/**
 * OpenCV's 8-bit Gaussian blur with its fixed small kernels (sigma derived from the size), borders
 * mirrored without repeating the edge pixel. All sums are exact; the result is rounded once.
 */
public final class GaussianBlur {
  private final int[] weights;

  /**
   * A blur of one size.
   *
   * @param size 3, 5 or 7 pixels
   */
  public GaussianBlur(int size) {
    // In 1/256, as OpenCV's fixed-point path has them.
    weights =
        switch (size) {
          case 3 -> new int[] {64, 128, 64};
          case 5 -> new int[] {16, 64, 96, 64, 16};
          case 7 -> new int[] {8, 28, 56, 72, 56, 28, 8};
          default -> throw new IllegalArgumentException("A blur has size 3, 5 or 7, not " + size);
        };
  }

  /** A blurred copy. */
  public RgbImage apply(RgbImage image) {
    int width = image.width();
    int height = image.height();
    int reach = weights.length / 2;
    byte[] source = image.rgb();
    int[] rows = new int[source.length];
    for (int x = 0; x < width; x++) {
      for (int t = -reach; t <= reach; t++) {
        int shift = (mirrored(x + t, width) - x) * 3;
        int weight = weights[t + reach];
        for (int i = x * 3; i < rows.length; i += width * 3) {
          rows[i] += weight * (source[i + shift] & 0xff);
          rows[i + 1] += weight * (source[i + 1 + shift] & 0xff);
          rows[i + 2] += weight * (source[i + 2 + shift] & 0xff);
        }
      }
    }
    RgbImage blurred = RgbImage.black(width, height);
    int[] sum = new int[width * 3];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sum, 1 << 15);
      for (int t = -reach; t <= reach; t++) {
        int from = mirrored(y + t, height) * width * 3;
        int weight = weights[t + reach];
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weight * rows[from + i];
        }
      }
      for (int i = 0; i < sum.length; i++) {
        blurred.rgb()[y * width * 3 + i] = (byte) (sum[i] >> 16);
      }
    }
    return blurred;
  }

  // dcb|abcd|cba; repeated for pictures narrower than the kernel.
  private static int mirrored(int index, int length) {
    if (length == 1) {
      return 0;
    }
    int period = 2 * length - 2;
    int i = Math.floorMod(index, period);
    return i < length ? i : period - i;
  }
}
