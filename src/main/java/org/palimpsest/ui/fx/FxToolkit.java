package org.palimpsest.ui.fx;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.palimpsest.machine.StartException;
import org.palimpsest.tasks.Cancellation;

/** The life of the toolkit in a process that was started for a window. */
public final class FxToolkit {
  /**
   * Set when the time to the first window is measured and when the start cache is trained: the
   * window closes itself as soon as it has been drawn.
   */
  static final String CLOSE_WHEN_DRAWN = "palimpsest.close.when.drawn";

  private static final long LOOK_EVERY_MS = 100;

  private FxToolkit() {}

  /**
   * Starts the toolkit, lets a window be shown on a stage and waits until it is closed.
   *
   * @param window shows itself on the stage and gives what asks it to close
   * @param cancellation requested when the process is to end; the wait is then over at once, and
   *     what the window worked at is to be finished without it
   * @throws StartException if the display does not open
   */
  public static void untilClosed(Function<Stage, Runnable> window, Cancellation cancellation)
      throws StartException, InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    CountDownLatch shown = new CountDownLatch(1);
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    start(
        () -> {
          // The process ends when this method returns, not when some window happens to be hidden.
          Platform.setImplicitExit(false);
          Stage stage = new Stage();
          WindowIcon.on(stage);
          stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> closed.countDown());
          try {
            Runnable asks = window.apply(stage);
            if (Boolean.getBoolean(CLOSE_WHEN_DRAWN)) {
              FirstFrame.then(asks);
            }
          } catch (RuntimeException e) {
            failure.set(e);
          } finally {
            shown.countDown();
            if (!stage.isShowing()) {
              closed.countDown();
            }
          }
        });
    shown.await();
    while (failure.get() == null && !closed.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
      if (cancellation.isRequested()) {
        // The toolkit takes itself down as the process ends: no window can be asked any more.
        return;
      }
    }
    Platform.exit();
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  /**
   * Shows one sentence and waits until it was read: for a program that was started from a menu and
   * cannot show its window.
   */
  public static void tell(String sentence) throws StartException, InterruptedException {
    CountDownLatch read = new CountDownLatch(1);
    start(
        () -> {
          Alert alert = new Alert(Alert.AlertType.INFORMATION, sentence);
          alert.setTitle("Palimpsest");
          alert.setHeaderText(null);
          alert.setOnHidden(event -> read.countDown());
          alert.show();
        });
    read.await();
    Platform.exit();
  }

  private static void start(Runnable work) throws StartException {
    try {
      Platform.startup(work);
    } catch (UnsupportedOperationException e) {
      throw new StartException(
          "WIN-05",
          "No window can be shown: the display %s cannot be opened."
              .formatted(System.getenv("DISPLAY")),
          e);
    }
  }
}
