package org.palimpsest.training.data;

import java.util.Arrays;
import org.palimpsest.imaging.Mask;

/** An outline that an edited area may have; coordinates in pixels. */
sealed interface Shape {
  /** Marks the pixels inside. */
  void paint(Mask mask);

  /** A closed polygon, filled by the even-odd rule. */
  record Polygon(double[] x, double[] y) implements Shape {
    @Override
    public void paint(Mask mask) {
      double[] crossings = new double[x.length];
      for (int row = 0; row < mask.height(); row++) {
        int count = 0;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
          if (y[i] > row != y[j] > row) {
            crossings[count++] = x[i] + (row - y[i]) / (y[j] - y[i]) * (x[j] - x[i]);
          }
        }
        Arrays.sort(crossings, 0, count);
        for (int i = 0; i + 1 < count; i += 2) {
          int from = Math.max(0, (int) Math.ceil(crossings[i]));
          int to = Math.min(mask.width(), (int) Math.ceil(crossings[i + 1]));
          for (int column = from; column < to; column++) {
            mask.values()[row * mask.width() + column] = 1;
          }
        }
      }
    }
  }

  /** A line of given thickness with round ends. */
  record Stroke(double[] x, double[] y, double radius) implements Shape {
    @Override
    public void paint(Mask mask) {
      for (int i = 0; i + 1 < x.length; i++) {
        double length = Math.hypot(x[i + 1] - x[i], y[i + 1] - y[i]);
        int steps = Math.max(1, (int) (length / Math.max(1, radius / 3)));
        for (int s = 0; s <= steps; s++) {
          double t = (double) s / steps;
          disc(mask, x[i] + t * (x[i + 1] - x[i]), y[i] + t * (y[i + 1] - y[i]));
        }
      }
    }

    private void disc(Mask mask, double cx, double cy) {
      int top = Math.max(0, (int) Math.ceil(cy - radius));
      int bottom = Math.min(mask.height() - 1, (int) Math.floor(cy + radius));
      for (int row = top; row <= bottom; row++) {
        double half = Math.sqrt(Math.max(0, radius * radius - (row - cy) * (row - cy)));
        int from = Math.max(0, (int) Math.ceil(cx - half));
        int to = Math.min(mask.width() - 1, (int) Math.floor(cx + half));
        for (int column = from; column <= to; column++) {
          mask.values()[row * mask.width() + column] = 1;
        }
      }
    }
  }
}
