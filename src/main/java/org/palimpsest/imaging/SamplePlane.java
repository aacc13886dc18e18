package org.palimpsest.imaging;

import java.util.Arrays;

/**
 * One component plane of a JPEG, samples 0..255.
 *
 * @param width columns that carry picture; {@code stride} rounds them up to whole blocks
 * @param height rows that carry picture; the array holds them rounded up to whole blocks
 */
record SamplePlane(int width, int height, int stride, byte[] samples) {
  static SamplePlane of(int width, int height) {
    int stride = (width + 7) & ~7;
    return new SamplePlane(width, height, stride, new byte[stride * ((height + 7) & ~7)]);
  }

  int rows() {
    return samples.length / stride;
  }

  /** Repeats the last column and row to the end of the last blocks. */
  void pad() {
    for (int y = 0; y < height; y++) {
      byte last = samples[y * stride + width - 1];
      for (int x = width; x < stride; x++) {
        samples[y * stride + x] = last;
      }
    }
    padRows();
  }

  /** Repeats the last row to the end of the last blocks. */
  void padRows() {
    for (int y = height; y < rows(); y++) {
      System.arraycopy(samples, (height - 1) * stride, samples, y * stride, stride);
    }
  }

  /** Passes every block through transform, quantization and back. */
  void quantize(int[] divisors) {
    int[] block = new int[64];
    for (int y = 0; y < rows(); y += 8) {
      for (int x = 0; x < stride; x += 8) {
        quantizeBlock(y * stride + x, divisors, block);
      }
    }
  }

  private void quantizeBlock(int at, int[] divisors, int[] block) {
    for (int row = 0, i = 0; row < 8; row++) {
      int from = at + row * stride;
      for (int column = 0; column < 8; column++) {
        block[i++] = (samples[from + column] & 0xff) - 128;
      }
    }
    BlockTransform.forward(block);
    boolean flat = true;
    for (int i = 0; i < 64; i++) {
      int divisor = divisors[i];
      int magnitude = Math.abs(block[i]) + divisor * 4;
      int level = magnitude < divisor * 8 ? 0 : magnitude / (divisor * 8);
      flat &= level == 0 || i == 0;
      block[i] = (block[i] < 0 ? -level : level) * divisor;
    }
    if (flat) {
      byte value = (byte) Math.clamp(((block[0] + 4) >> 3) + 128, 0, 255);
      for (int row = 0; row < 8; row++) {
        Arrays.fill(samples, at + row * stride, at + row * stride + 8, value);
      }
      return;
    }
    BlockTransform.inverse(block);
    for (int row = 0, i = 0; row < 8; row++) {
      int to = at + row * stride;
      for (int column = 0; column < 8; column++) {
        int value = block[i++] + 128;
        samples[to + column] = (byte) (value < 0 ? 0 : Math.min(value, 255));
      }
    }
  }
}
