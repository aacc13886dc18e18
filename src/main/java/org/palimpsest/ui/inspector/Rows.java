package org.palimpsest.ui.inspector;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.palimpsest.settings.Messages;

/** Facts as lines of a label and a value; sections that fold. */
final class Rows {
  private static final double LABEL = 118;

  private final Messages messages;

  Rows(Messages messages) {
    this.messages = messages;
  }

  Node of(List<Fact> facts) {
    GridPane grid = new GridPane(8, 4);
    ColumnConstraints labels = new ColumnConstraints(LABEL);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setFillWidth(true);
    values.setMinWidth(0);
    grid.getColumnConstraints().addAll(labels, values, new ColumnConstraints());
    int row = 0;
    for (Fact fact : facts) {
      Label label = wrapped(messages.text("inspector.fact." + fact.key()));
      label.getStyleClass().add("fact-label");
      Label value = wrapped(fact.value());
      value.getStyleClass().add("fact-value");
      grid.add(label, 0, row);
      grid.add(value, 1, row);
      String copied = fact.copy();
      if (copied != null) {
        grid.add(copy(copied, label.getText()), 2, row);
      }
      GridPane.setValignment(label, VPos.TOP);
      row++;
    }
    return grid;
  }

  /** A button that copies a text. */
  Button copy(String text, String what) {
    Button button = new Button(null, new FontIcon(MaterialDesignC.CONTENT_COPY));
    button.getStyleClass().addAll("button-icon", "flat", "small");
    String words = messages.text("inspector.copy.named", what);
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
    return button;
  }

  static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A section that folds. */
  TitledPane section(String key, Node content, boolean open) {
    TitledPane pane = new TitledPane(messages.text("inspector.section." + key), content);
    pane.setId("section-" + key);
    pane.setAnimated(false);
    pane.setExpanded(open);
    pane.getStyleClass().addAll("dense", "inspector-section");
    return pane;
  }
}
