package org.palimpsest.ui.inspector;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.fx.OutcomeMark;

/** The examinations of an exhibit in columns; lines in which they differ stand out. */
final class ComparisonTable {
  private ComparisonTable() {}

  static Node of(Messages messages, List<Inspection.Result> results, InspectorViewModel model) {
    GridPane grid = new GridPane(12, 3);
    grid.getStyleClass().add("comparison");
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < results.size(); i++) {
      Inspection.Result result = results.get(i);
      ToggleButton head =
          new ToggleButton(messages.text("inspector.comparison.number", results.size() - i));
      head.setToggleGroup(group);
      head.getStyleClass().add("small");
      head.setSelected(result.equals(model.chosenProperty().get()));
      head.setOnAction(
          event -> {
            head.setSelected(true);
            model.chosenProperty().set(result);
          });
      grid.add(head, i + 1, 0);
    }
    int row = 1;
    for (Comparison.Line line :
        Comparison.of(results, outcome -> OutcomeMark.words(messages, outcome)).lines()) {
      Label label = new Label(messages.text("inspector.comparison." + line.key()));
      label.getStyleClass().add("fact-label");
      grid.add(label, 0, row);
      for (int i = 0; i < line.values().size(); i++) {
        Label value = new Label(VisibleName.of(line.values().get(i)));
        if (line.differs()) {
          value.getStyleClass().add("differs");
        }
        grid.add(value, i + 1, row);
      }
      row++;
    }
    ScrollPane pane = new ScrollPane(grid);
    pane.setFitToHeight(true);
    pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return pane;
  }
}
