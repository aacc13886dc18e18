package org.palimpsest.imaging;

import java.util.SplittableRandom;

/** Deterministic pictures with smooth parts, edges, saturated colours and noise. */
public final class TestImages {
  private TestImages() {}

  public static RgbImage photograph(int width, int height, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RgbImage image = RgbImage.black(width, height);
    double[] f = random.doubles(9, 0.01, 0.12).toArray();
    double[] centre = random.doubles(8).toArray();
    double slope = random.nextDouble(-0.5, 0.5);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          double v =
              120
                  + 40 * Math.sin(x * f[c] + y * f[c + 3])
                  + 25 * Math.sin(x * f[c + 6] * 5 - y * f[c] * 3)
                  + slope * 0.2 * (y - height / 2.0);
          for (int k = 0; k < 4; k++) {
            double dx = x - centre[k] * width;
            double dy = y - centre[k + 4] * height;
            if (dx * dx + dy * dy < width * height * 0.01 * (k + 1)) {
              v += (k % 2 == 0 ? 60 : -70) * (c == k % 3 ? 1 : 0.4);
            }
          }
          v += random.nextGaussian() * 4;
          image.rgb()[(y * width + x) * 3 + c] = (byte) Math.clamp((int) v, 0, 255);
        }
      }
    }
    return image;
  }
}
