package org.palimpsest.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** A line in the window that asks for nothing at once. */
final class Notice {
  private Notice() {}

  /**
   * A line.
   *
   * @param warning whether something is wrong
   * @param buttons what can be done about it
   */
  static Node of(String words, boolean warning, List<Button> buttons) {
    Label text = new Label(words);
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line =
        new HBox(
            new FontIcon(
                warning
                    ? MaterialDesignA.ALERT_OUTLINE
                    : MaterialDesignI.INFORMATION_OUTLINE),
            text);
    line.getChildren().addAll(buttons);
    line.getStyleClass().add("notice");
    line.setId("notice");
    if (warning) {
      line.getStyleClass().add("warning");
    }
    return line;
  }
}
