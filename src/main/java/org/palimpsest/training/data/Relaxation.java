package org.palimpsest.training.data;

/** Gauss-Seidel sweeps over the unknown pixels of an interleaved three-channel picture. */
final class Relaxation {
  private static final float OVER = 1.4f;

  private final float[] values;
  private final int width;
  private final int height;
  private final int[] unknown;

  Relaxation(float[] values, boolean[] hole, int width, int height) {
    this.values = values;
    this.width = width;
    this.height = height;
    int count = 0;
    for (boolean open : hole) {
      count += open ? 1 : 0;
    }
    unknown = new int[count];
    for (int i = 0, n = 0; i < hole.length; i++) {
      if (hole[i]) {
        unknown[n++] = i;
      }
    }
  }

  /** Towards the mean of the four neighbours, over-relaxed. */
  void harmonic(int sweeps) {
    for (int sweep = 0; sweep < sweeps; sweep++) {
      for (int i : unknown) {
        int x = i % width;
        int y = i / width;
        int left = (x > 0 ? i - 1 : i + Math.min(1, width - 1)) * 3;
        int right = (x < width - 1 ? i + 1 : i - Math.min(1, width - 1)) * 3;
        int up = (y > 0 ? i - width : i + (height > 1 ? width : 0)) * 3;
        int down = (y < height - 1 ? i + width : i - (height > 1 ? width : 0)) * 3;
        for (int c = 0; c < 3; c++) {
          float mean =
              (values[left + c] + values[right + c] + values[up + c] + values[down + c]) / 4;
          values[i * 3 + c] += OVER * (mean - values[i * 3 + c]);
        }
      }
    }
  }

  /** Towards zero bilaplacian (13-point stencil); mirrored beyond the frame. */
  void biharmonic(int sweeps) {
    for (int sweep = 0; sweep < sweeps; sweep++) {
      for (int i : unknown) {
        int x = i % width;
        int y = i / width;
        for (int c = 0; c < 3; c++) {
          float near = at(x - 1, y, c) + at(x + 1, y, c) + at(x, y - 1, c) + at(x, y + 1, c);
          float corners =
              at(x - 1, y - 1, c) + at(x + 1, y - 1, c) + at(x - 1, y + 1, c) + at(x + 1, y + 1, c);
          float far = at(x - 2, y, c) + at(x + 2, y, c) + at(x, y - 2, c) + at(x, y + 2, c);
          float solved = (8 * near - 2 * corners - far) / 20;
          // Half way: full steps of this stencil can swing.
          float old = values[i * 3 + c];
          values[i * 3 + c] = Math.clamp(old + 0.7f * (solved - old), -64f, 320f);
        }
      }
    }
  }

  private float at(int x, int y, int channel) {
    return values[(mirrored(y, height) * width + mirrored(x, width)) * 3 + channel];
  }

  private static int mirrored(int i, int length) {
    int folded = i < 0 ? -i : i >= length ? 2 * length - 2 - i : i;
    return Math.clamp(folded, 0, length - 1);
  }
}
