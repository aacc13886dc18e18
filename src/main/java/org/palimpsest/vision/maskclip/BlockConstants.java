package org.palimpsest.vision.maskclip;

/**
 * Numbers of the JPEG standard (ITU-T T.81, annexes A.3.3 and K.1) in the layout of the network.
 * Coefficients are in rows of the block, without the first, which is the block's mean.
 */
final class BlockConstants {
  static final int COEFFICIENTS = 63;
  static final int[] LUMA_QUALITIES = {95, 90, 80, 65};
  static final int[] CHROMA_QUALITIES = {90, 75};

  /** Luminance, then the two colour differences, from red, green, blue. */
  static final float[][] COLOURS = {
    {0.299f, 0.587f, 0.114f}, {-0.1687f, -0.3313f, 0.5f}, {0.5f, -0.4187f, -0.0813f}
  };

  static final int[] LUMA = {
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99
  };
  static final int[] CHROMA = {
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99
  };

  private BlockConstants() {}

  static Parameter given(String name, float[] values, long... shape) {
    return new Parameter(name, shape, new Parameter.Initial.Given(values));
  }

  /** Discrete cosine transform of three colours [3·63, 3, 8, 8], to levels of 0..255. */
  static float[] transform(float[] deviation) {
    float[] values = new float[3 * COEFFICIENTS * 3 * 64];
    int at = 0;
    for (float[] colour : COLOURS) {
      for (int k = 1; k < 64; k++) {
        for (int c = 0; c < 3; c++) {
          for (int i = 0; i < 64; i++) {
            double basis = cosine(k / 8, i / 8) * cosine(k % 8, i % 8);
            values[at++] = (float) (255 * deviation[c] * colour[c] * basis);
          }
        }
      }
    }
    return values;
  }

  private static double cosine(int frequency, int position) {
    double scale = frequency == 0 ? Math.sqrt(0.125) : 0.5;
    return scale * StrictMath.cos((2 * position + 1) * frequency * Math.PI / 16);
  }

  /** Means over low, middle and high frequencies of luminance, low and high ones of colours. */
  static float[] bands() {
    int[][] bands = {
      {0, 1, 3}, {0, 4, 7}, {0, 8, 14}, {1, 1, 4}, {1, 5, 14}, {2, 1, 4}, {2, 5, 14}
    };
    float[] values = new float[bands.length * 3 * COEFFICIENTS];
    for (int band = 0; band < bands.length; band++) {
      int count = 0;
      int row = band * 3 * COEFFICIENTS + bands[band][0] * COEFFICIENTS;
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 1; k < 64; k++) {
          int diagonal = k / 8 + k % 8;
          if (diagonal >= bands[band][1] && diagonal <= bands[band][2]) {
            count += pass == 0 ? 1 : 0;
            values[row + k - 1] = 1f / Math.max(1, count);
          }
        }
      }
    }
    return values;
  }

  /** Quantization steps [Q, 63] of the qualities, by the scaling that the IJG's library uses. */
  static float[] steps(int[] table, int[] qualities) {
    float[] steps = new float[qualities.length * COEFFICIENTS];
    int at = 0;
    for (int quality : qualities) {
      int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
      for (int k = 1; k < 64; k++) {
        steps[at++] = Math.clamp((table[k] * scale + 50L) / 100, 1, 255);
      }
    }
    return steps;
  }
}
