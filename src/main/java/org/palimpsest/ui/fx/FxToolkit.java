package org.palimpsest.ui.fx;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The life of the toolkit in a process that was started for a window. */
public final class FxToolkit {
  private FxToolkit() {}

  /** Starts the toolkit, lets a window be shown on a stage and waits until it is closed. */
  public static void untilClosed(Consumer<Stage> window) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          stage.setOnHidden(event -> closed.countDown());
          window.accept(stage);
        });
    closed.await();
    Platform.exit();
  }
}
