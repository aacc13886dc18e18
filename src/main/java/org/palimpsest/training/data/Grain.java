package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/**
 * Added noise, Gaussian with the given deviation in levels.
 *
 * @param deviation of the part that all channels share
 * @param colour of the part that each channel has of its own
 */
record Grain(double deviation, double colour) {
  RgbImage apply(RgbImage image, Dice dice) {
    RgbImage noisy = RgbImage.black(image.width(), image.height());
    for (int i = 0; i < image.rgb().length; i += 3) {
      double shared = deviation * dice.gaussian();
      for (int c = 0; c < 3; c++) {
        double own = colour == 0 ? 0 : colour * dice.gaussian();
        double value = (image.rgb()[i + c] & 0xff) + shared + own;
        noisy.rgb()[i + c] = (byte) Math.clamp(Math.round(value), 0, 255);
      }
    }
    return noisy;
  }
}
