package org.palimpsest.samples;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.imaging.Mask;

/**
 * A scene as it falls onto the sensor.
 *
 * @param light linear radiance, interleaved, row-major
 * @param objects number of the object at each pixel's centre
 */
record Rendering(int width, int height, float[] light, byte[] objects) {
  private static final int SIDE = 2;

  static Rendering of(Scene scene, int width, int height) {
    Rendering rendering =
        new Rendering(width, height, new float[width * height * 3], new byte[width * height]);
    double[] light = new double[3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        for (int s = 0; s < SIDE * SIDE; s++) {
          double u = (x + (s % SIDE + 0.5) / SIDE) / height;
          double v = (y + (s / SIDE + 0.5) / SIDE) / height;
          int object = scene.look(u, v, light);
          rendering.objects[at] = (byte) Math.max(object, rendering.objects[at]);
          for (int c = 0; c < 3; c++) {
            rendering.light[at * 3 + c] += (float) (light[c] / (SIDE * SIDE));
          }
        }
      }
    }
    return rendering;
  }

  /** The pixels of an object and a margin around them, moved by an offset. */
  Mask mask(int object, int margin, int dx, int dy) {
    Mask mask = Mask.empty(width, height);
    List<int[]> disc = new ArrayList<>();
    for (int j = -margin; j <= margin; j++) {
      for (int i = -margin; i <= margin; i++) {
        if (i * i + j * j <= margin * margin) {
          disc.add(new int[] {i, j});
        }
      }
    }
    for (int at = 0; at < objects.length; at++) {
      if (objects[at] == object) {
        for (int[] d : disc) {
          int x = at % width + d[0] + dx;
          int y = at / width + d[1] + dy;
          if (x >= 0 && y >= 0 && x < width && y < height) {
            mask.values()[y * width + x] = 1;
          }
        }
      }
    }
    return mask;
  }
}
