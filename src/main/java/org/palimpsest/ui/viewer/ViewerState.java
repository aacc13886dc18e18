package org.palimpsest.ui.viewer;

/** What the viewer has to show. */
public sealed interface ViewerState {
  /** Nothing was asked for. */
  record Empty() implements ViewerState {}

  /** A picture is being read; the one before it stays in sight. */
  record Loading(String name) implements ViewerState {}

  /**
   * A picture is shown.
   *
   * @param mapRefused whether its map was left out because it belongs to another picture
   */
  record Shown(String name, boolean mapRefused) implements ViewerState {}

  /** A picture could not be read. */
  record Failed(String name, Throwable failure) implements ViewerState {}
}
