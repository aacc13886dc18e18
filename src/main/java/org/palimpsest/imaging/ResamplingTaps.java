package org.palimpsest.imaging;

import java.util.Arrays;

/**
 * For every destination index the source indices and weights (which sum to 1) of one axis.
 *
 * @param taps source pixels per destination pixel
 * @param index {@code destination * taps} source indices, clamped to the picture
 * @param weight as many weights
 */
record ResamplingTaps(int taps, int[] index, float[] weight) {

  /** A kernel; when shrinking it is widened, so that fine detail is averaged, not aliased. */
  static ResamplingTaps of(ResamplingKernel kernel, int source, int destination) {
    double scale = (double) source / destination;
    double width = Math.max(1, scale);
    int taps = 2 * (int) Math.ceil(kernel.reach() * width) + 1;
    int[] index = new int[destination * taps];
    float[] weight = new float[destination * taps];
    for (int d = 0; d < destination; d++) {
      double centre = (d + 0.5) * scale - 0.5;
      int first = (int) Math.floor(centre) - taps / 2;
      double sum = 0;
      for (int t = 0; t < taps; t++) {
        sum += kernel.at((first + t - centre) / width);
      }
      for (int t = 0; t < taps; t++) {
        index[d * taps + t] = Math.clamp(first + t, 0, source - 1);
        weight[d * taps + t] = (float) (kernel.at((first + t - centre) / width) / sum);
      }
    }
    return new ResamplingTaps(taps, index, weight);
  }

  /** The share of each source pixel that the destination pixel covers. */
  static ResamplingTaps covering(int source, int destination) {
    double scale = (double) source / destination;
    int taps = (int) Math.ceil(scale) + 1;
    int[] index = new int[destination * taps];
    float[] weight = new float[destination * taps];
    for (int d = 0; d < destination; d++) {
      double from = d * scale;
      double to = (d + 1) * scale;
      int first = (int) Math.floor(from);
      for (int t = 0; t < taps; t++) {
        double covered = Math.min(to, first + t + 1) - Math.max(from, first + t);
        index[d * taps + t] = Math.clamp(first + t, 0, source - 1);
        weight[d * taps + t] = (float) (Math.max(0, covered) / scale);
      }
    }
    return new ResamplingTaps(taps, index, weight);
  }

  /** Interleaved 8-bit rows to float rows of the new width. */
  float[] acrossRows(byte[] source, int width, int height, int channels) {
    int wide = index.length / taps;
    float[] result = new float[wide * height * channels];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      for (int x = 0; x < wide; x++) {
        int to = (y * wide + x) * channels;
        for (int t = x * taps; t < (x + 1) * taps; t++) {
          float w = weight[t];
          if (w != 0) {
            int from = (row + index[t]) * channels;
            for (int c = 0; c < channels; c++) {
              result[to + c] += w * (source[from + c] & 0xff);
            }
          }
        }
      }
    }
    return result;
  }

  /** Float rows to rounded 8-bit rows, as many as this table has destinations. */
  byte[] downColumns(float[] rows, int rowLength) {
    int high = index.length / taps;
    byte[] result = new byte[high * rowLength];
    float[] sum = new float[rowLength];
    for (int y = 0; y < high; y++) {
      Arrays.fill(sum, 0.5f);
      for (int t = y * taps; t < (y + 1) * taps; t++) {
        float w = weight[t];
        if (w != 0) {
          int from = index[t] * rowLength;
          for (int i = 0; i < rowLength; i++) {
            sum[i] += w * rows[from + i];
          }
        }
      }
      for (int i = 0; i < rowLength; i++) {
        result[y * rowLength + i] = (byte) Math.clamp((int) sum[i], 0, 255);
      }
    }
    return result;
  }
}
