package org.palimpsest.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files and folders that are dropped anywhere on the window. */
final class DropTarget {
  private static final String STYLE = "drop-here";

  private DropTarget() {}

  static void on(Node area, BooleanSupplier wanted, Consumer<List<Path>> dropped) {
    area.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles() && wanted.getAsBoolean()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    area.setOnDragEntered(
        event -> {
          if (event.getDragboard().hasFiles() && wanted.getAsBoolean()) {
            area.getStyleClass().add(STYLE);
          }
        });
    area.setOnDragExited(event -> area.getStyleClass().removeAll(STYLE));
    area.setOnDragDropped(event -> drop(event, dropped));
  }

  private static void drop(DragEvent event, Consumer<List<Path>> dropped) {
    List<File> files = event.getDragboard().getFiles();
    event.setDropCompleted(!files.isEmpty());
    event.consume();
    dropped.accept(files.stream().map(File::toPath).toList());
  }
}
