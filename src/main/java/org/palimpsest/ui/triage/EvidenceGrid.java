package org.palimpsest.ui.triage;

import impl.org.controlsfx.skin.GridViewSkin;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.GridView;
import org.jspecify.annotations.Nullable;
import org.palimpsest.settings.Messages;

/** The exhibits as pictures, as many in a row as fit, chosen with mouse and keyboard. */
final class EvidenceGrid {
  private static final double GAP = 8;

  private final TriageViewModel model;
  private final TriageActions actions;
  private final GridView<EvidenceRow> grid = new GridView<>();
  private final StackPane pane = new StackPane(grid);

  EvidenceGrid(
      Messages messages,
      TriageViewModel model,
      TriageActions actions,
      Supplier<@Nullable Thumbnails> thumbnails) {
    this.model = model;
    this.actions = actions;
    grid.setItems(model.rows());
    grid.setCellWidth(EvidenceCell.WIDTH);
    grid.setCellHeight(EvidenceCell.HEIGHT);
    grid.setHorizontalCellSpacing(GAP / 2);
    grid.setVerticalCellSpacing(GAP / 2);
    grid.setCellFactory(
        view ->
            new EvidenceCell(messages, thumbnails, model.selection(), model.tags(), this::pressed));
    pane.getStyleClass().add("evidence-grid");
    pane.setFocusTraversable(true);
    pane.setAccessibleRole(AccessibleRole.LIST_VIEW);
    pane.setAccessibleText(messages.text("triage.grid.accessible"));
    pane.setOnKeyPressed(this::key);
  }

  Node node() {
    return pane;
  }

  private void pressed(EvidenceRow row, MouseEvent event) {
    pane.requestFocus();
    RowSelection selection = model.selection();
    if (event.getButton() == MouseButton.SECONDARY) {
      if (!selection.contains(row.id())) {
        selection.only(row.id());
      }
    } else if (event.isShortcutDown()) {
      selection.toggle(row.id());
    } else if (event.isShiftDown()) {
      selection.extendTo(row.id());
    } else {
      selection.only(row.id());
      if (event.getClickCount() == 2) {
        actions.open().accept(row.id());
      }
    }
  }

  private void key(KeyEvent event) {
    boolean more = event.isShiftDown();
    switch (event.getCode()) {
      case LEFT -> move(-1, more);
      case RIGHT -> move(1, more);
      case UP -> move(-columns(), more);
      case DOWN -> move(columns(), more);
      case PAGE_UP -> move(-columns() * rowsOfPage(), more);
      case PAGE_DOWN -> move(columns() * rowsOfPage(), more);
      case HOME -> move(-model.rows().size(), more);
      case END -> move(model.rows().size(), more);
      case ENTER -> open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void open() {
    Long lead = model.selection().lead();
    if (lead != null) {
      actions.open().accept(lead);
    }
  }

  private void move(int places, boolean extending) {
    model.selection().move(places, extending);
    showLead();
  }

  /** Scrolls as little as brings the leading exhibit into sight. */
  void showLead() {
    int index = model.selection().leadIndex();
    if (index >= 0 && grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.scrollTo(index / columns());
    }
  }

  private int columns() {
    return grid.getSkin() instanceof GridViewSkin<?> skin
        ? Math.max(1, skin.computeMaxCellsInRow())
        : 1;
  }

  private int rowsOfPage() {
    double cell = EvidenceCell.HEIGHT + 2 * grid.getVerticalCellSpacing();
    return Math.max(1, (int) Math.floor(grid.getHeight() / cell));
  }
}
