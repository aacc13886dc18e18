package org.palimpsest.imaging;

/**
 * Joins the localization maps of overlapping tiles into one map in image coordinates.
 *
 * <p>Each pixel is the mean of the tiles that cover it, weighted by a raised cosine (Hann window)
 * that falls towards the tile's edges, where the network sees least of the surroundings. The mean
 * is updated tile by tile, so tiles that agree give exactly their common value and two planes of
 * floats are all the memory needed. Not thread-safe; the result depends on the order of tiles by
 * rounding only.
 */
public final class TileBlender {
  private final int width;
  private final int height;
  private final float[] mean;
  private final float[] weight;

  public TileBlender(int width, int height) {
    this.width = width;
    this.height = height;
    this.mean = new float[Math.multiplyExact(width, height)];
    this.weight = new float[mean.length];
  }

  /**
   * Adds a tile's map; the part past the image is left out.
   *
   * @param map values at the tile's own resolution, {@code tile.size()} a side
   */
  public void add(Tile tile, FloatMap map) {
    tile.requireOverlap(width, height);
    if (map.width() != tile.size() || map.height() != tile.size()) {
      throw new IllegalArgumentException(
          "%s does not fit a map of %d x %d".formatted(tile, map.width(), map.height()));
    }
    float[] window = window(tile.size());
    int columns = Math.min(tile.size(), width - tile.x());
    int rows = Math.min(tile.size(), height - tile.y());
    for (int row = 0; row < rows; row++) {
      int at = (tile.y() + row) * width + tile.x();
      for (int column = 0; column < columns; column++, at++) {
        float share = window[row] * window[column];
        weight[at] += share;
        mean[at] += (map.at(column, row) - mean[at]) * (share / weight[at]);
      }
    }
  }

  /**
   * The joined map. It shares its values with this blender, which is of no further use.
   *
   * @throws IllegalStateException if no tile covered some pixel: an unexamined pixel has no value
   */
  public FloatMap blended() {
    for (int i = 0; i < weight.length; i++) {
      if (weight[i] == 0) {
        throw new IllegalStateException(
            "no tile covers the pixel (%d, %d)".formatted(i % width, i / width));
      }
    }
    return new FloatMap(width, height, mean);
  }

  /** Positive everywhere, so that a pixel seen by one tile only takes that tile's value. */
  private static float[] window(int size) {
    float[] window = new float[size];
    for (int i = 0; i < size; i++) {
      window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / size));
    }
    return window;
  }
}
