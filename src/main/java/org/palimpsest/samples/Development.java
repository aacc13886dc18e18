package org.palimpsest.samples;

import org.palimpsest.imaging.RgbImage;

/**
 * From linear sensor colours to sRGB levels: colour matrix, tone curve, sRGB's transfer function
 * (IEC 61966-2-1), sharpening of the detail.
 */
record Development(double sharpening) {
  private static final double WHITE = 2.6;

  RgbImage develop(float[] linear, int width, int height) {
    float[] coded = new float[linear.length];
    float[] table = table();
    for (int i = 0; i < linear.length; i += 3) {
      double sum = linear[i] + linear[i + 1] + linear[i + 2];
      for (int c = 0; c < 3; c++) {
        double own = (linear[i + c] - Camera.crosstalk() * sum) / (1 - 3 * Camera.crosstalk());
        coded[i + c] = table[(int) Math.clamp(own * 4096, 0, table.length - 1)];
      }
    }
    return sharpened(coded, width, height);
  }

  /** Levels for linear values in steps of 1/4096, up to 4. */
  private static float[] table() {
    float[] table = new float[4 * 4096];
    for (int i = 0; i < table.length; i++) {
      double x = (i + 0.5) / 4096 * 1.5;
      double y = Math.min(1, x * (1 + x / (WHITE * WHITE)) / (1 + x * 0.72));
      double coded = y <= 0.0031308 ? 12.92 * y : 1.055 * StrictMath.pow(y, 1 / 2.4) - 0.055;
      // A slight S for contrast.
      double s = coded * coded * (3 - 2 * coded);
      table[i] = (float) (255 * (coded * 0.72 + s * 0.28));
    }
    return table;
  }

  private RgbImage sharpened(float[] coded, int width, int height) {
    RgbImage image = RgbImage.black(width, height);
    for (int y = 0; y < height; y++) {
      int up = Math.max(0, y - 1) * width;
      int down = Math.min(height - 1, y + 1) * width;
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - 1);
        int right = Math.min(width - 1, x + 1);
        int at = y * width + x;
        double around =
            (luma(coded, up + x)
                    + luma(coded, down + x)
                    + luma(coded, y * width + left)
                    + luma(coded, y * width + right))
                / 4;
        double detail = sharpening * (luma(coded, at) - around);
        for (int c = 0; c < 3; c++) {
          image.rgb()[at * 3 + c] =
              (byte) Math.clamp(Math.round(coded[at * 3 + c] + detail), 0, 255);
        }
      }
    }
    return image;
  }

  private static double luma(float[] coded, int at) {
    return 0.299 * coded[at * 3] + 0.587 * coded[at * 3 + 1] + 0.114 * coded[at * 3 + 2];
  }
}
