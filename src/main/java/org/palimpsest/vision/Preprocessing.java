package org.palimpsest.vision;

import org.palimpsest.imaging.RgbImage;

/**
 * The one way from pixels to the network's input: x/255, then CLIP's mean and deviation, channels
 * first. Both branches take the same tensor.
 */
public final class Preprocessing {
  private static final double[] MEAN = {0.48145466, 0.4578275, 0.40821073};
  private static final double[] DEVIATION = {0.26862954, 0.26130258, 0.27577711};

  private final float[][] values = new float[3][256];

  public Preprocessing() {
    for (int channel = 0; channel < 3; channel++) {
      for (int value = 0; value < 256; value++) {
        values[channel][value] = (float) ((value / 255.0 - MEAN[channel]) / DEVIATION[channel]);
      }
    }
  }

  /**
   * Writes an image as [3, height, width].
   *
   * @param target receives {@code 3 * width * height} values from {@code offset} on
   */
  public void write(RgbImage image, float[] target, int offset) {
    int pixels = image.width() * image.height();
    byte[] rgb = image.rgb();
    for (int channel = 0; channel < 3; channel++) {
      float[] table = values[channel];
      int at = offset + channel * pixels;
      for (int i = 0; i < pixels; i++) {
        target[at + i] = table[rgb[i * 3 + channel] & 0xff];
      }
    }
  }
}
