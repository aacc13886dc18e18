package org.palimpsest.imaging;

/**
 * Chroma planes to half resolution and back, as common JPEG codecs do it: averages whose rounding
 * alternates (no drift), and the triangle filter on the way back.
 */
final class ChromaSampling {
  private ChromaSampling() {}

  static SamplePlane shrink(SamplePlane full, Subsampling ratio) {
    int h = ratio.horizontal();
    int v = ratio.vertical();
    if (h == 1) {
      return full;
    }
    SamplePlane half = SamplePlane.of((full.width() + h - 1) / h, (full.height() + v - 1) / v);
    byte[] s = full.samples();
    for (int y = 0; y < half.height(); y++) {
      int upper = y * v * full.stride();
      int lower = Math.min(y * v + v - 1, full.rows() - 1) * full.stride();
      // To the end of the last block: the alternating rounding reaches into the padding.
      for (int x = 0; x < half.stride(); x++) {
        int left = Math.min(2 * x, full.stride() - 1);
        int right = Math.min(2 * x + 1, full.stride() - 1);
        int pair = (s[upper + left] & 0xff) + (s[upper + right] & 0xff);
        int value =
            v == 1
                ? (pair + (x & 1)) >> 1
                : (pair + (s[lower + left] & 0xff) + (s[lower + right] & 0xff) + 1 + (x & 1)) >> 2;
        half.samples()[y * half.stride() + x] = (byte) value;
      }
    }
    half.padRows();
    return half;
  }

  static SamplePlane enlarge(SamplePlane half, int width, int height, Subsampling ratio) {
    if (ratio.horizontal() == 1) {
      return half;
    }
    SamplePlane full = SamplePlane.of(width, height);
    int[] column = new int[half.width()];
    for (int y = 0; y < height; y++) {
      if (ratio.vertical() == 1) {
        // Weighted by 4, so that one loop serves both ratios.
        for (int x = 0; x < column.length; x++) {
          column[x] = 4 * (half.samples()[y * half.stride() + x] & 0xff);
        }
        row(column, full, y, 4, 8);
      } else {
        int near = (y / 2) * half.stride();
        int far = Math.clamp(y / 2 + ((y & 1) * 2 - 1), 0, half.height() - 1) * half.stride();
        for (int x = 0; x < column.length; x++) {
          column[x] = 3 * (half.samples()[near + x] & 0xff) + (half.samples()[far + x] & 0xff);
        }
        row(column, full, y, 8, 7);
      }
    }
    return full;
  }

  private static void row(int[] sums, SamplePlane full, int y, int even, int odd) {
    int to = y * full.stride();
    int last = sums.length - 1;
    for (int x = 0; x < full.width(); x++) {
      int near = sums[x / 2];
      int far = sums[Math.clamp(x / 2 + ((x & 1) * 2 - 1), 0, last)];
      full.samples()[to + x] = (byte) ((3 * near + far + ((x & 1) == 0 ? even : odd)) >> 4);
    }
  }
}
