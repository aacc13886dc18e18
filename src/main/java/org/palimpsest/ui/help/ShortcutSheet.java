package org.palimpsest.ui.help;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.dialogs.Sheets;

/** Every key on one sheet. */
public final class ShortcutSheet {
  private ShortcutSheet() {}

  /**
   * Keys that belong together.
   *
   * @param title where they work
   */
  public record Group(String title, List<Shortcut> shortcuts) {
    public Group {
      shortcuts = List.copyOf(shortcuts);
    }
  }

  /**
   * A key.
   *
   * @param keys as they stand on the keyboard
   * @param does what it does
   */
  public record Shortcut(String keys, String does) {}

  /** Shows the sheet. */
  public static void show(@Nullable Window owner, List<Group> groups, Messages messages) {
    ScrollPane scroll = new ScrollPane(table(groups));
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(460);
    scroll.setPrefViewportWidth(560);
    Dialog<ButtonType> dialog = Sheets.sheet(owner, messages.text("help.shortcuts.title"), scroll);
    dialog
        .getDialogPane()
        .getButtonTypes()
        .setAll(new ButtonType(messages.text("dialogs.close.text"), ButtonData.CANCEL_CLOSE));
    dialog.show();
  }

  static Node table(List<Group> groups) {
    GridPane grid = new GridPane();
    grid.setHgap(16);
    grid.setVgap(6);
    int row = 0;
    for (Group group : groups) {
      Label title = new Label(group.title());
      title.getStyleClass().add("help-heading");
      grid.add(title, 0, row++, 2, 1);
      for (Shortcut shortcut : group.shortcuts()) {
        Label key = new Label(shortcut.keys());
        key.getStyleClass().add("key");
        grid.add(key, 0, row);
        grid.add(new Label(shortcut.does()), 1, row++);
      }
    }
    return grid;
  }
}
