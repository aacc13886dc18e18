package org.palimpsest.vision.maskclip;

import java.nio.charset.StandardCharsets;

/**
 * Weights from an integer hash of their names: equal on every machine, no file needed. They detect
 * nothing; speed and numerical agreement can be measured with them.
 */
public final class HashWeights {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private HashWeights() {}

  /**
   * The values of one parameter in row-major order, with a spread that keeps activations finite.
   */
  public static float[] of(Parameter parameter) {
    long[] shape = parameter.shape();
    float base = shape.length == 0 || isGain(parameter) ? 1 : 0;
    float scale =
        switch (shape.length) {
          case 0 -> 0;
          case 1 -> 0.1f;
          case 3 -> (float) (1.75 / Math.sqrt((double) shape[2]));
          default -> (float) (1.75 / Math.sqrt((double) (parameter.size() / shape[0])));
        };
    long hash = hash(parameter.name());
    float[] values = new float[parameter.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = unit(hash, i) * scale + base;
    }
    return values;
  }

  private static boolean isGain(Parameter parameter) {
    return parameter.shape().length == 1 && parameter.name().endsWith(".weight");
  }

  /** 64-bit FNV-1a of the name. */
  public static long hash(String name) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001B3L;
    }
    return hash;
  }

  /** SplitMix64's finalizer, the upper 24 bits as a float in [-1, 1). */
  public static float unit(long hash, long index) {
    long z = hash + (index + 1) * GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return ((z >>> 40) - 8388608) * 0x1p-23f;
  }
}
