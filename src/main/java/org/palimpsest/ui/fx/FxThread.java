package org.palimpsest.ui.fx;

import javafx.application.Platform;

/** The one door to the thread that owns every node and every list a node looks at. */
public final class FxThread {
  private FxThread() {}

  /** Runs at once when called on that thread, otherwise soon, in the order of the calls. */
  public static void run(Runnable work) {
    if (Platform.isFxApplicationThread()) {
      work.run();
    } else {
      later(work);
    }
  }

  /** Runs soon, after what is in hand, whichever thread calls. */
  public static void later(Runnable work) {
    Platform.runLater(work);
  }
}
