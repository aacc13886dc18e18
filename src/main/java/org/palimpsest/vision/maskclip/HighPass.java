package org.palimpsest.vision.maskclip;

import java.util.ArrayList;
import java.util.List;

/** Difference kernels that remove an image's content and keep its noise. */
final class HighPass {
  private HighPass() {}

  /** Zero-mean k×k kernels (k ≥ 5), the sum of absolute values normalized to 2. */
  static List<float[]> kernels(int k) {
    List<float[]> kernels = new ArrayList<>();
    double[][] orders = {{-1, 1}, {1, -2, 1}, {1, -3, 3, -1}, {1, -4, 6, -4, 1}};
    for (double[] order : new double[][] {orders[0], orders[1], orders[3]}) {
      kernels.add(outer(k, new double[] {1}, order));
      kernels.add(outer(k, order, new double[] {1}));
    }
    kernels.add(outer(k, orders[1], orders[1]));
    kernels.add(outer(k, orders[0], orders[0]));
    return kernels;
  }

  private static float[] outer(int k, double[] column, double[] row) {
    double[] values = new double[k * k];
    double sum = 0;
    int top = (k - column.length) / 2;
    int left = (k - row.length) / 2;
    for (int y = 0; y < column.length; y++) {
      for (int x = 0; x < row.length; x++) {
        values[(top + y) * k + left + x] = column[y] * row[x];
        sum += Math.abs(column[y] * row[x]);
      }
    }
    float[] kernel = new float[k * k];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (float) (values[i] * 2 / sum);
    }
    return kernel;
  }
}
