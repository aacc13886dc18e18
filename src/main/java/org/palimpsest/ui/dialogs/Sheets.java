package org.palimpsest.ui.dialogs;

import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What all dialogs look like. */
public final class Sheets {
  private static final double WIDTH = 480;

  private Sheets() {}

  /** An empty dialog above a window, in that window's looks. */
  public static Dialog<ButtonType> sheet(@Nullable Window owner, String title, Node content) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.setTitle(title);
    dialog.setResizable(true);
    if (owner != null) {
      dialog.initOwner(owner);
      if (owner.getScene() != null) {
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
      }
    }
    dialog.getDialogPane().getStyleClass().add("sheet");
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    return dialog;
  }

  /** An icon with a sentence beside it. */
  public static HBox lead(Ikon icon, String sentence) {
    Label text = new Label(sentence);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.setPrefWidth(WIDTH);
    HBox.setHgrow(text, Priority.ALWAYS);
    FontIcon image = new FontIcon(icon);
    image.setIconSize(28);
    image.getStyleClass().add("sheet-icon");
    return new HBox(12, image, text);
  }
}
