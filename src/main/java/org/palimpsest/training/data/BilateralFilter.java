package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/**
 * Edge-keeping smoothing over 5x5 pixels (Tomasi and Manduchi, 1998), the common denoiser.
 *
 * @param range difference in levels, averaged over the channels, at which a neighbour counts e^-0.5
 */
record BilateralFilter(double range) {
  private static final int REACH = 2;

  RgbImage apply(RgbImage image) {
    float[] weightOf = new float[766];
    for (int d = 0; d < weightOf.length; d++) {
      weightOf[d] = (float) Math.exp(-d * d / (18 * range * range));
    }
    float[] spatial = new float[25];
    for (int i = 0; i < 25; i++) {
      int dx = i % 5 - REACH;
      int dy = i / 5 - REACH;
      spatial[i] = (float) Math.exp(-(dx * dx + dy * dy) / 6.0);
    }
    RgbImage smooth = RgbImage.black(image.width(), image.height());
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        pixel(image, x, y, weightOf, spatial, smooth.rgb());
      }
    }
    return smooth;
  }

  private static void pixel(
      RgbImage image, int x, int y, float[] weightOf, float[] spatial, byte[] target) {
    byte[] rgb = image.rgb();
    int at = (y * image.width() + x) * 3;
    int r = rgb[at] & 0xff;
    int g = rgb[at + 1] & 0xff;
    int b = rgb[at + 2] & 0xff;
    float total = 0;
    float red = 0;
    float green = 0;
    float blue = 0;
    for (int j = Math.max(0, y - REACH); j <= Math.min(image.height() - 1, y + REACH); j++) {
      for (int i = Math.max(0, x - REACH); i <= Math.min(image.width() - 1, x + REACH); i++) {
        int from = (j * image.width() + i) * 3;
        int nr = rgb[from] & 0xff;
        int ng = rgb[from + 1] & 0xff;
        int nb = rgb[from + 2] & 0xff;
        int distance = Math.abs(nr - r) + Math.abs(ng - g) + Math.abs(nb - b);
        float weight = weightOf[distance] * spatial[(j - y + REACH) * 5 + i - x + REACH];
        total += weight;
        red += weight * nr;
        green += weight * ng;
        blue += weight * nb;
      }
    }
    target[at] = (byte) (red / total + 0.5f);
    target[at + 1] = (byte) (green / total + 0.5f);
    target[at + 2] = (byte) (blue / total + 0.5f);
  }
}
