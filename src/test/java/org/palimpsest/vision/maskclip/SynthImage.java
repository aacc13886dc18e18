package org.palimpsest.vision.maskclip;

import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;

/** The recipe image of the reference numbers: gradients, an inverted disc, a little noise. */
final class SynthImage {
  private SynthImage() {}

  static RgbImage of(int width, int height) {
    byte[] rgb = new byte[width * height * 3];
    Mask disc = disc(width, height);
    long hash = HashWeights.hash("image.synth");
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int[] value = {
          x * 255 / (width - 1), y * 255 / (height - 1), (x + y) * 255 / (width + height - 2)
        };
        for (int c = 0; c < 3; c++) {
          int v = disc.values()[y * width + x] == 1 ? 255 - value[c] : value[c];
          double u = HashWeights.unit(hash, (long) (y * width + x) * 3 + c);
          rgb[(y * width + x) * 3 + c] = (byte) Math.clamp(v + (long) Math.floor(u * 8), 0, 255);
        }
      }
    }
    return new RgbImage(width, height, rgb);
  }

  static Mask disc(int width, int height) {
    Mask mask = Mask.empty(width, height);
    int cx = 5 * width / 8;
    int cy = 2 * height / 5;
    int radius = 9 * width / 50;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if ((x - cx) * (x - cx) + (y - cy) * (y - cy) < radius * radius) {
          mask.values()[y * width + x] = 1;
        }
      }
    }
    return mask;
  }
}
