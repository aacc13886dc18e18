package org.palimpsest.samples;

import java.util.SplittableRandom;
import org.palimpsest.imaging.BoxBlur;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;

/**
 * A simulated camera: lens, colour filters, sensor noise with a fixed pattern of its own, and the
 * development of the raw values into sRGB.
 *
 * @param pattern seed of the sensor's fixed pattern
 * @param falloff light lost in the corners, 0..1
 * @param softness radius of the lens blur in pixels, 0 for none
 * @param electrons a white pixel's charge: the more, the less noise
 * @param readNoise electrons
 * @param nonUniformity deviation of the pixels' sensitivities
 * @param sharpening share of the detail that is added again
 * @param quality of the JPEG file the camera writes
 */
record Camera(
    String name,
    long pattern,
    double falloff,
    int softness,
    double electrons,
    double readNoise,
    double nonUniformity,
    Bayer bayer,
    double sharpening,
    int quality,
    Subsampling subsampling) {
  private static final double[] SENSITIVITY = {0.55, 1, 0.7};
  private static final double CROSSTALK = 0.1;

  /** The picture that the camera develops, before it is saved. */
  RgbImage take(Rendering scene, double key, long seed) {
    float[] raw = expose(scene, key, seed);
    return new Development(sharpening)
        .develop(bayer.demosaic(raw, scene.width(), scene.height()), scene.width(), scene.height());
  }

  /** What each pixel counts, in shares of white, after the sensitivities are evened out. */
  private float[] expose(Rendering scene, double key, long seed) {
    int width = scene.width();
    int height = scene.height();
    double gain = key / mean(scene.light());
    float[][] planes = new float[3][];
    for (int c = 0; c < 3; c++) {
      planes[c] = plane(scene, c);
    }
    SplittableRandom noise = new SplittableRandom(seed);
    SplittableRandom fixed = new SplittableRandom(pattern);
    float[] raw = new float[width * height];
    for (int i = 0; i < raw.length; i++) {
      int x = i % width;
      int y = i / width;
      int c = Bayer.channel(x, y);
      double sum = planes[0][i] + planes[1][i] + planes[2][i];
      double light = (1 - 3 * CROSSTALK) * planes[c][i] + CROSSTALK * sum;
      double dx = (x - width / 2.0) / height;
      double dy = (y - height / 2.0) / height;
      light *= gain * (1 - falloff * Math.min(1, (dx * dx + dy * dy) / 0.8));
      double charge = Math.min(light * SENSITIVITY[c], 4) * electrons;
      charge *= 1 + nonUniformity * fixed.nextGaussian();
      charge += Math.sqrt(charge + readNoise * readNoise) * noise.nextGaussian();
      raw[i] = (float) (charge / electrons / SENSITIVITY[c]);
    }
    return raw;
  }

  private float[] plane(Rendering scene, int channel) {
    float[] values = new float[scene.width() * scene.height()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scene.light()[i * 3 + channel];
    }
    FloatMap sharp = new FloatMap(scene.width(), scene.height(), values);
    FloatMap soft = new BoxBlur(softness, 1).apply(sharp);
    for (int i = 0; i < values.length; i++) {
      // A lens is much sharper than a box is wide.
      values[i] = Math.max(0, values[i] * 0.65f + soft.values()[i] * 0.35f);
    }
    return values;
  }

  private static double mean(float[] light) {
    double sum = 0;
    for (float value : light) {
      // Lamps and sun may burn out; the exposure is for the rest.
      sum += Math.min(value, 1.2);
    }
    return Math.max(1e-3, sum / light.length);
  }

  static double crosstalk() {
    return CROSSTALK;
  }
}
