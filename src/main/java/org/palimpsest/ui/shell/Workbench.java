package org.palimpsest.ui.shell;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.palimpsest.settings.Messages;

/** The main window. */
public final class Workbench {
  private final Messages messages;

  /** A window that is not shown yet. */
  public Workbench(Messages messages) {
    this.messages = messages;
  }

  /** Builds the window on a stage and shows it. */
  public void show(Stage stage) {
    stage.setTitle(messages.text("shell.window.title"));
    stage.setScene(
        new Scene(new BorderPane(new Label(messages.text("shell.empty.prompt"))), 960, 700));
    stage.show();
  }
}
