package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/** Making pasted content fit its new place: levels matched to the place, or brightened a little. */
final class Adjustment {
  private Adjustment() {}

  /** The content with the mean and spread that each channel has in the site's box. */
  static RgbImage matched(RgbImage content, EditSite site) {
    RgbImage place = site.box().cut(site.base());
    double[] gain = new double[3];
    double[] offset = new double[3];
    for (int c = 0; c < 3; c++) {
      double[] from = meanAndDeviation(content, c);
      double[] to = meanAndDeviation(place, c);
      gain[c] = Math.clamp((to[1] + 4) / (from[1] + 4), 0.6, 1.6);
      offset[c] = to[0] - gain[c] * from[0];
    }
    return linear(content, gain, offset);
  }

  /** A little brighter or darker, with more or less contrast. */
  static RgbImage toned(RgbImage content, Dice dice) {
    double gain = dice.between(0.85, 1.15);
    double offset = dice.between(-15, 15);
    return linear(content, new double[] {gain, gain, gain}, new double[] {offset, offset, offset});
  }

  private static RgbImage linear(RgbImage image, double[] gain, double[] offset) {
    byte[] rgb = new byte[image.rgb().length];
    for (int i = 0; i < rgb.length; i++) {
      double value = gain[i % 3] * (image.rgb()[i] & 0xff) + offset[i % 3];
      rgb[i] = (byte) Math.clamp(Math.round(value), 0, 255);
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }

  private static double[] meanAndDeviation(RgbImage image, int channel) {
    double sum = 0;
    double squares = 0;
    for (int i = channel; i < image.rgb().length; i += 3) {
      int value = image.rgb()[i] & 0xff;
      sum += value;
      squares += value * value;
    }
    double count = image.rgb().length / 3.0;
    double mean = sum / count;
    return new double[] {mean, Math.sqrt(Math.max(0, squares / count - mean * mean))};
  }
}
