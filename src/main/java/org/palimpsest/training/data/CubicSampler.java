package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/** Reads a picture between its pixels by Catmull-Rom cubics; mirrored beyond the frame. */
final class CubicSampler {
  private final RgbImage image;
  private final double[] across = new double[4];
  private final double[] down = new double[4];

  CubicSampler(RgbImage image) {
    this.image = image;
  }

  /** Writes three channels at an index; pixel centres lie at whole coordinates. */
  void sample(double x, double y, byte[] target, int at) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double fx = x - left;
    double fy = y - top;
    if (fx == 0 && fy == 0) {
      int from = index(left, top);
      target[at] = image.rgb()[from];
      target[at + 1] = image.rgb()[from + 1];
      target[at + 2] = image.rgb()[from + 2];
      return;
    }
    weights(fx, across);
    weights(fy, down);
    double red = 0.5;
    double green = 0.5;
    double blue = 0.5;
    for (int j = 0; j < 4; j++) {
      for (int i = 0; i < 4; i++) {
        double weight = across[i] * down[j];
        int from = index(left + i - 1, top + j - 1);
        red += weight * (image.rgb()[from] & 0xff);
        green += weight * (image.rgb()[from + 1] & 0xff);
        blue += weight * (image.rgb()[from + 2] & 0xff);
      }
    }
    target[at] = (byte) Math.clamp((int) red, 0, 255);
    target[at + 1] = (byte) Math.clamp((int) green, 0, 255);
    target[at + 2] = (byte) Math.clamp((int) blue, 0, 255);
  }

  private int index(int x, int y) {
    return (mirrored(y, image.height()) * image.width() + mirrored(x, image.width())) * 3;
  }

  private static int mirrored(int i, int length) {
    if (i >= 0 && i < length) {
      return i;
    }
    int folded = Math.floorMod(i, 2 * length);
    return folded < length ? folded : 2 * length - 1 - folded;
  }

  private static void weights(double f, double[] weights) {
    weights[0] = ((-0.5 * f + 1) * f - 0.5) * f;
    weights[1] = (1.5 * f - 2.5) * f * f + 1;
    weights[2] = ((-1.5 * f + 2) * f + 0.5) * f;
    weights[3] = (0.5 * f - 0.5) * f * f;
  }
}
