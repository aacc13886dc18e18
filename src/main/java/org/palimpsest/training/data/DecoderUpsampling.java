package org.palimpsest.training.data;

import java.util.SplittableRandom;
import org.palimpsest.imaging.BoxBlur;
import org.palimpsest.imaging.FloatMap;

/**
 * One stage of a decoder: twice the size by zero insertion and a filter, a near-identity 3×3
 * filter, amplified detail, a gain that depends on the phase, and noise that follows the detail.
 *
 * @param spread the upsampling filter's taps, k×k, gain 1 per phase at most roughly
 * @param mix 3×3 filter, sum 1
 * @param sharpness what is added of the detail
 * @param phase 2×2 gains of the detail
 * @param noise relative to the detail nearby
 * @param floor of the noise, in levels
 * @param seed of the noise
 */
record DecoderUpsampling(
    float[] spread,
    float[] mix,
    double sharpness,
    float[] phase,
    double noise,
    double floor,
    long seed) {
  private static final double[][] TAPS = {
    {1, 1}, {0.25, 0.75, 0.75, 0.25}, {0.5, 1, 0.5}, {-0.0625, 0, 0.5625, 1, 0.5625, 0, -0.0625}
  };

  static DecoderUpsampling random(Dice dice) {
    double[] taps = TAPS[dice.whole(0, TAPS.length - 1)];
    double uneven = dice.chance(0.5) ? dice.between(0, 0.08) : 0;
    float[] spread = new float[taps.length * taps.length];
    for (int i = 0; i < spread.length; i++) {
      double even = taps[i / taps.length] * taps[i % taps.length];
      spread[i] = (float) (even * (1 + uneven * dice.gaussian()));
    }
    float[] mix = new float[9];
    double strength = dice.between(0, 0.12);
    float sum = 0;
    for (int i = 0; i < 9; i++) {
      mix[i] = (float) (strength * dice.gaussian() + (i == 4 ? 1 : 0));
      sum += mix[i];
    }
    for (int i = 0; i < 9; i++) {
      mix[i] /= sum;
    }
    float[] phase = new float[4];
    double ripple = dice.chance(0.5) ? dice.between(0.01, 0.15) : 0;
    for (int i = 0; i < 4; i++) {
      phase[i] = (float) (1 + ripple * dice.gaussian());
    }
    boolean noisy = dice.chance(0.5);
    return new DecoderUpsampling(
        spread,
        mix,
        dice.between(0, 1.6),
        phase,
        noisy ? dice.between(0, 1.5) : 0,
        noisy ? dice.between(0, 1) : 0,
        (long) (dice.between(0, 1) * (1L << 53)));
  }

  FloatMap doubled(FloatMap plane) {
    FloatMap up = filtered(upsampled(plane), mix, 3);
    FloatMap smooth = new BoxBlur(1, 2).apply(up);
    FloatMap texture = new BoxBlur(2, 2).apply(magnitude(up, smooth));
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[up.values().length];
    for (int i = 0; i < values.length; i++) {
      int at = i / up.width() % 2 * 2 + i % up.width() % 2;
      double detail = up.values()[i] - smooth.values()[i];
      double grain =
          noise + floor == 0 ? 0 : random.nextGaussian() * (noise * texture.values()[i] + floor);
      values[i] = (float) (smooth.values()[i] + detail * (1 + sharpness) * phase[at] + grain);
    }
    return new FloatMap(up.width(), up.height(), values);
  }

  private static FloatMap magnitude(FloatMap a, FloatMap b) {
    float[] values = new float[a.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(a.values()[i] - b.values()[i]);
    }
    return new FloatMap(a.width(), a.height(), values);
  }

  /** Zero insertion and the spreading filter; missing neighbours repeat the border. */
  private FloatMap upsampled(FloatMap plane) {
    int side = (int) Math.sqrt(spread.length);
    int back = side / 2;
    int width = plane.width() * 2;
    int height = plane.height() * 2;
    float[] values = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int v = Math.floorMod(y - back, 2); v < side; v += 2) {
          int row = Math.clamp((y - back + v) >> 1, 0, plane.height() - 1);
          for (int u = Math.floorMod(x - back, 2); u < side; u += 2) {
            int column = Math.clamp((x - back + u) >> 1, 0, plane.width() - 1);
            sum += spread[v * side + u] * plane.values()[row * plane.width() + column];
          }
        }
        values[y * width + x] = (float) sum;
      }
    }
    return new FloatMap(width, height, values);
  }

  private static FloatMap filtered(FloatMap plane, float[] kernel, int side) {
    int width = plane.width();
    int height = plane.height();
    float[] values = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int i = 0; i < kernel.length; i++) {
          int row = Math.clamp(y + i / side - side / 2, 0, height - 1);
          int column = Math.clamp(x + i % side - side / 2, 0, width - 1);
          sum += kernel[i] * plane.values()[row * width + column];
        }
        values[y * width + x] = sum;
      }
    }
    return new FloatMap(width, height, values);
  }
}
