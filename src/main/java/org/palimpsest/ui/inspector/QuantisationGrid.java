package org.palimpsest.ui.inspector;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.palimpsest.evidence.QuantisationTable;
import org.palimpsest.settings.Messages;

/** A quantisation table as eight rows of eight, the lowest frequencies at the upper left. */
final class QuantisationGrid {
  private static final int SIDE = 8;
  private static final double CELL = 32;

  private QuantisationGrid() {}

  static Node of(Messages messages, QuantisationTable table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("quantisation");
    for (int i = 0; i < SIDE; i++) {
      ColumnConstraints column = new ColumnConstraints(CELL);
      column.setHalignment(HPos.RIGHT);
      grid.getColumnConstraints().add(column);
    }
    int[] places = zigzag();
    for (int i = 0; i < places.length; i++) {
      Label value = new Label(Integer.toString(table.divisors().get(i)));
      grid.add(value, places[i] % SIDE, places[i] / SIDE);
    }
    Label title = new Label(messages.text("inspector.jpeg.table", table.id()));
    title.getStyleClass().add("fact-label");
    return new VBox(2, title, grid);
  }

  /** Where the values stand, row by row, in the order of the file (ITU-T T.81, figure A.6). */
  static int[] zigzag() {
    int[] places = new int[SIDE * SIDE];
    int row = 0;
    int column = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = row * SIDE + column;
      boolean up = (row + column) % 2 == 0;
      // At an edge the path turns along it; on a diagonal it goes on.
      if ((up && column == SIDE - 1) || (!up && row < SIDE - 1 && column == 0)) {
        row++;
      } else if ((up && row == 0) || (!up && row == SIDE - 1)) {
        column++;
      } else {
        row += up ? -1 : 1;
        column += up ? 1 : -1;
      }
    }
    return places;
  }
}
