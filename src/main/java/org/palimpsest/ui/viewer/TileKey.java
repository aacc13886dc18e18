package org.palimpsest.ui.viewer;

/** A square of one level of a pyramid, counted in squares from the upper left. */
record TileKey(int level, int column, int row) {
  /** Pixels a side. */
  static final int SIDE = 512;

  /** The square of the next coarser level that holds this one. */
  TileKey above() {
    return new TileKey(level + 1, column / 2, row / 2);
  }
}
