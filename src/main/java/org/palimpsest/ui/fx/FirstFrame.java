package org.palimpsest.ui.fx;

import javafx.animation.AnimationTimer;

/** The moment from which a window that was just shown is there for the eye. */
final class FirstFrame {
  /**
   * A frame is begun when the one before it has been handed to the renderer, which works one frame
   * behind: when the third begins, the first is on the display.
   */
  private static final int DRAWN = 3;

  private FirstFrame() {}

  /** Does something at that moment, on the thread of the window. */
  static void then(Runnable action) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames == DRAWN) {
          stop();
          action.run();
        }
      }
    }.start();
  }
}
