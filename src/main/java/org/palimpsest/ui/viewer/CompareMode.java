package org.palimpsest.ui.viewer;

/** How a picture and its map are put beside each other. */
public enum CompareMode {
  /** The map laid over the picture. */
  OVERLAY,
  /** The picture on the left, the same with its map on the right, moved together. */
  SIDE_BY_SIDE,
  /** The picture left of a divider that can be dragged, the same with its map right of it. */
  SWIPE
}
