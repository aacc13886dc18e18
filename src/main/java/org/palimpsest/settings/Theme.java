package org.palimpsest.settings;

/** The brightness of the window. */
public enum Theme {
  /** As the desktop is set. */
  SYSTEM,
  LIGHT,
  DARK
}
