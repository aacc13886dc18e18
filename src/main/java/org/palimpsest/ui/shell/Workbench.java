package org.palimpsest.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.palimpsest.settings.Languages;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.dialogs.Dialogs;
import org.palimpsest.ui.dialogs.FxDialogs;
import org.palimpsest.ui.fx.Look;

/** The main window. */
public final class Workbench {
  private final WorkbenchParts parts;
  private final @Nullable Dialogs dialogs;
  private final AtomicReference<@Nullable WorkbenchController> controller = new AtomicReference<>();

  /** A window that is not shown yet. */
  public Workbench(WorkbenchParts parts) {
    this(parts, null);
  }

  /**
   * A window that asks elsewhere.
   *
   * @param dialogs null for dialogs on the screen
   */
  Workbench(WorkbenchParts parts, @Nullable Dialogs dialogs) {
    this.parts = parts;
    this.dialogs = dialogs;
  }

  /** Builds the window on a stage, shows it and opens the case that was open last. */
  public void show(Stage stage) {
    show(stage, List.of());
  }

  /**
   * The same with files that were named when the program was started.
   *
   * @param files a case to open instead of the last one, and pictures to take in
   */
  public void show(Stage stage, List<Path> files) {
    Messages messages =
        new Messages(
            Languages.of(
                parts.loaded().settings().language(), Locale.getDefault(Locale.Category.DISPLAY)));
    Supplier<@Nullable Window> owner = () -> stage;
    WorkbenchController made =
        new WorkbenchController(
            parts, messages, dialogs == null ? new FxDialogs(messages, owner) : dialogs, stage);
    controller.set(made);
    Scene scene = new Scene(made.view().root(), 960, 700);
    Look.dress(scene);
    stage.setScene(scene);
    Placement.apply(parts.loaded().settings().placement(), stage, made.view().split());
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          made.quit();
        });
    stage.show();
    made.begin(files);
  }

  /** Finishes what is in hand, closes the case and then the window. */
  public void close() {
    WorkbenchController made = controller.get();
    if (made != null) {
      made.quit();
    }
  }

  /** Waits for what is in hand when the process ends and no window can be asked any more. */
  public void finish() {
    WorkbenchController made = controller.get();
    if (made != null) {
      made.finish();
    }
  }

  /** For tests: what stands behind the window. */
  WorkbenchController controller() {
    WorkbenchController made = controller.get();
    if (made == null) {
      throw new IllegalStateException("The window has not been shown");
    }
    return made;
  }
}
