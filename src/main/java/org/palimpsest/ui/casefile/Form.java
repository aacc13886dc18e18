package org.palimpsest.ui.casefile;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.palimpsest.settings.Messages;

/** Fields under each other, each with its label before it. */
final class Form {
  private static final double LABEL = 150;
  private static final double FIELD = 380;

  private final Messages messages;
  private final GridPane grid = new GridPane(12, 8);
  private int rows;

  Form(Messages messages) {
    this.messages = messages;
    ColumnConstraints labels = new ColumnConstraints(LABEL);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(labels, fields);
  }

  /** Adds a field; its label is the words of the key. */
  void add(String key, Control field) {
    Label label = new Label(messages.text(key));
    label.setWrapText(true);
    label.setLabelFor(field);
    field.setAccessibleText(label.getText());
    if (field instanceof TextInputControl) {
      field.setPrefWidth(FIELD);
    }
    grid.add(label, 0, rows);
    grid.add(field, 1, rows);
    if (field instanceof TextArea) {
      GridPane.setValignment(label, VPos.TOP);
    }
    rows++;
  }

  Node node() {
    return grid;
  }
}
