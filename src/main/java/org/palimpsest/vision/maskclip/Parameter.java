package org.palimpsest.vision.maskclip;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One named parameter of a configuration.
 *
 * @param name the checkpoint's key
 * @param shape sizes, outermost first; empty for a scalar
 * @param initial how an untrained one is filled
 */
public record Parameter(String name, long[] shape, Initial initial) {
  /** Initial values, PyTorch's and CLIP's defaults. */
  public sealed interface Initial {
    /** Every element alike. */
    record Constant(float value) implements Initial {}

    /** Normal around 0, cut at two deviations. */
    record Normal(double deviation) implements Initial {}

    /** Uniform in ±bound. */
    record Uniform(double bound) implements Initial {}

    /** Given values. */
    record Given(float[] values) implements Initial {}
  }

  /** Number of elements. */
  public int size() {
    return Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
  }

  /** Initial values, a function of the seed and the name. */
  public float[] values(long seed) {
    SplittableRandom random = new SplittableRandom(seed * 31 + name.hashCode());
    float[] values = new float[size()];
    switch (initial) {
      case Initial.Constant(float value) -> Arrays.fill(values, value);
      case Initial.Normal(double deviation) -> {
        for (int i = 0; i < values.length; i++) {
          double z = random.nextGaussian();
          values[i] = (float) (deviation * Math.clamp(z, -2, 2));
        }
      }
      case Initial.Uniform(double bound) -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) random.nextDouble(-bound, bound);
        }
      }
      case Initial.Given(float[] given) -> System.arraycopy(given, 0, values, 0, values.length);
    }
    return values;
  }
}
