package org.palimpsest.imaging;

import java.util.ArrayList;
import java.util.List;

/** Covers an image with overlapping tiles, evenly spread, row by row. */
public final class TileGrid {
  private TileGrid() {}

  /**
   * The tiles of an image. Every pixel lies in at least one tile and neighbours share at least
   * {@code overlap} pixels. The last tile of a row or column reaches at most seven pixels past the
   * image, unless the image is smaller than one tile.
   *
   * @param tile pixels a side
   * @param overlap the least number of pixels that neighbours share; at most {@code tile - 8}
   */
  public static List<Tile> of(int width, int height, int tile, int overlap) {
    if (width < 1 || height < 1 || overlap < 0 || tile - overlap < Tile.GRID) {
      throw new IllegalArgumentException(
          "no grid of %d pixels with %d shared covers %d x %d pixels"
              .formatted(tile, overlap, width, height));
    }
    List<Tile> tiles = new ArrayList<>();
    int[] columns = origins(width, tile, overlap);
    for (int y : origins(height, tile, overlap)) {
      for (int x : columns) {
        tiles.add(new Tile(x, y, tile));
      }
    }
    return List.copyOf(tiles);
  }

  private static int[] origins(int length, int tile, int overlap) {
    int last = ceil(Math.max(0, length - tile), Tile.GRID) * Tile.GRID;
    int widestStep = (tile - overlap) / Tile.GRID * Tile.GRID;
    int steps = ceil(last, widestStep);
    int[] origins = new int[steps + 1];
    for (int i = 1; i <= steps; i++) {
      // Rounding down to the grid widens no step past widestStep, itself a multiple of the grid.
      origins[i] = (int) ((long) last * i / steps) / Tile.GRID * Tile.GRID;
    }
    return origins;
  }

  private static int ceil(int value, int unit) {
    return (int) (((long) value + unit - 1) / unit);
  }
}
