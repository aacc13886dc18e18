package org.palimpsest.heatmap;

import org.palimpsest.imaging.FloatMap;

/**
 * Makes a map smaller by averaging all pixels under each target pixel, so that nothing between two
 * samples is lost (plain subsampling could lose a thin region altogether).
 */
final class BoxMean {
  private BoxMean() {}

  /** The map at a size not larger than its own; each source pixel goes to one target pixel. */
  static FloatMap shrink(FloatMap map, int width, int height) {
    if (width == map.width() && height == map.height()) {
      return map;
    }
    double[] sums = new double[width * height];
    int[] counts = new int[width * height];
    int[] columns = new int[map.width()];
    for (int x = 0; x < columns.length; x++) {
      columns[x] = (int) ((long) x * width / map.width());
    }
    for (int y = 0; y < map.height(); y++) {
      int row = (int) ((long) y * height / map.height()) * width;
      for (int x = 0; x < map.width(); x++) {
        int at = row + columns[x];
        sums[at] += map.at(x, y);
        counts[at]++;
      }
    }
    float[] means = new float[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) (sums[i] / counts[i]);
    }
    return new FloatMap(width, height, means);
  }
}
