package org.palimpsest.ui.fx;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.palimpsest.tasks.Cancellation;

/** The life of the toolkit in a process that was started for a window. */
public final class FxToolkit {
  private static final long LOOK_EVERY_MS = 100;

  private FxToolkit() {}

  /**
   * Starts the toolkit, lets a window be shown on a stage and waits until it is closed.
   *
   * @param window shows itself on the stage and gives what asks it to close
   * @param cancellation asks it to close when the process is to end
   */
  public static void untilClosed(Function<Stage, Runnable> window, Cancellation cancellation)
      throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    CountDownLatch shown = new CountDownLatch(1);
    Runnable[] close = {() -> {}};
    Platform.startup(
        () -> {
          // The process ends when this method returns, not when some window happens to be hidden.
          Platform.setImplicitExit(false);
          Stage stage = new Stage();
          stage.setOnHidden(event -> closed.countDown());
          try {
            close[0] = window.apply(stage);
          } finally {
            shown.countDown();
            if (!stage.isShowing()) {
              closed.countDown();
            }
          }
        });
    shown.await();
    boolean asked = false;
    while (!closed.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
      if (cancellation.isRequested() && !asked) {
        asked = true;
        Platform.runLater(close[0]);
      }
    }
    Platform.exit();
  }
}
