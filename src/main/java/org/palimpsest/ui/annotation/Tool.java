package org.palimpsest.ui.annotation;

/** What a press on the picture begins. */
public enum Tool {
  /** Chooses, moves and resizes; beside every shape the picture itself is moved. */
  SELECT,
  RECTANGLE,
  ELLIPSE,
  POLYGON,
  BRUSH,
  ERASER,
  ARROW,
  TEXT
}
