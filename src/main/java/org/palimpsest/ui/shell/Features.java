package org.palimpsest.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.help.ShortcutSheet;

/** The parts of the window that show a case, and how they hear of each other. */
final class Features {
  private final StackPane list = new StackPane();
  private final StackPane viewer = new StackPane();
  private final StackPane inspector = new StackPane();

  Features(Messages messages) {
    list.getChildren().setAll(new Label(messages.text("shell.pane.list")));
    viewer.getChildren().setAll(new Label(messages.text("shell.pane.viewer")));
    inspector.getChildren().setAll(new Label(messages.text("shell.pane.inspector")));
  }

  void open(OpenCase opened) {}

  void close() {}

  List<Long> selected() {
    return List.of();
  }

  void find() {
    list.requestFocus();
  }

  List<ShortcutSheet.Group> shortcuts() {
    return List.of();
  }

  Node list() {
    return list;
  }

  Node viewer() {
    return viewer;
  }

  Node inspector() {
    return inspector;
  }
}
