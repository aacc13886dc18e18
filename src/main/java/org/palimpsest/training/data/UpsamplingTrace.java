package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/**
 * The checkerboard that strided upsampling leaves (Odena et al., Deconvolution and Checkerboard
 * Artifacts, 2016): local detail is amplified, and the level shifted, by amounts that repeat with
 * the stride.
 *
 * @param period stride in pixels
 * @param gain of detail, period x period
 * @param shift in levels, period x period
 */
record UpsamplingTrace(int period, float[] gain, float[] shift) {
  static UpsamplingTrace random(Dice dice) {
    int period = 1 << dice.whole(1, 3);
    float strength = (float) dice.ratio(0.05, 0.4);
    float[] gain = new float[period * period];
    float[] shift = new float[period * period];
    for (int i = 0; i < gain.length; i++) {
      gain[i] = 1 + strength * (float) dice.gaussian();
      shift[i] = 1.5f * strength * (float) dice.gaussian();
    }
    return new UpsamplingTrace(period, gain, shift);
  }

  RgbImage apply(RgbImage image) {
    int width = image.width();
    int height = image.height();
    byte[] rgb = image.rgb();
    RgbImage traced = RgbImage.black(width, height);
    for (int y = 0; y < height; y++) {
      int up = (y > 0 ? -width : 0) * 3;
      int down = (y < height - 1 ? width : 0) * 3;
      for (int x = 0; x < width; x++) {
        int left = x > 0 ? -3 : 0;
        int right = x < width - 1 ? 3 : 0;
        int phase = y % period * period + x % period;
        for (int i = (y * width + x) * 3, end = i + 3; i < end; i++) {
          int centre = rgb[i] & 0xff;
          float mean =
              ((rgb[i + up] & 0xff)
                      + (rgb[i + down] & 0xff)
                      + (rgb[i + left] & 0xff)
                      + (rgb[i + right] & 0xff))
                  / 4f;
          float value = mean + gain[phase] * (centre - mean) + shift[phase];
          traced.rgb()[i] = (byte) Math.clamp(Math.round(value), 0, 255);
        }
      }
    }
    return traced;
  }
}
