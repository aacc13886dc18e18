package org.palimpsest.ui.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.fx.OutcomeMark;

/** The exhibits as lines with all their numbers. */
final class EvidenceTable {
  private final Messages messages;
  private final TriageViewModel model;
  private final RowFigures figures;
  private final StandingMark mark;
  private final TableView<EvidenceRow> table = new TableView<>();
  private boolean following;

  EvidenceTable(Messages messages, TriageViewModel model, TriageActions actions) {
    this.messages = messages;
    this.model = model;
    figures = new RowFigures(messages);
    mark = new StandingMark(messages);
    table.setItems(model.rows());
    table.getStyleClass().addAll("evidence-table", "dense", "edge-to-edge");
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setAccessibleText(messages.text("triage.table.accessible"));
    table.setTableMenuButtonVisible(true);
    columns();
    table.setSortPolicy(this::sort);
    table.getSelectionModel().getSelectedItems().subscribe(this::takeSelection);
    model.selection().revisionProperty().subscribe(this::showSelection);
    model.tags().subscribe(table::refresh);
    table.setRowFactory(
        view -> {
          TableRow<EvidenceRow> row = new TableRow<>();
          row.setOnMouseClicked(
              event -> {
                if (event.getClickCount() == 2 && row.getItem() != null) {
                  actions.open().accept(row.getItem().id());
                }
              });
          return row;
        });
    table.setOnKeyPressed(
        event -> {
          Long lead = model.selection().lead();
          if (event.getCode() == KeyCode.ENTER && lead != null) {
            actions.open().accept(lead);
            event.consume();
          }
        });
  }

  Node node() {
    return table;
  }

  void showLead() {
    int index = model.selection().leadIndex();
    if (index >= 0) {
      table.scrollTo(Math.max(0, index - 3));
    }
  }

  private void columns() {
    TableColumn<EvidenceRow, EvidenceRow> outcome = column("outcome", 210, row -> row);
    outcome.setCellFactory(column -> new StandingCell());
    outcome.setUserData(TriageOrder.SUSPECT);
    outcome.setSortable(true);
    TableColumn<EvidenceRow, String> name = column("name", 220, EvidenceRow::name);
    name.setCellFactory(column -> new NameCell());
    name.setUserData(TriageOrder.NAME);
    TableColumn<EvidenceRow, String> area =
        number("area", 84, latest -> figures.share(latest.areaShare()));
    area.setUserData(TriageOrder.AREA);
    TableColumn<EvidenceRow, String> score =
        number("score", 84, latest -> figures.value(latest.score()));
    score.setUserData(TriageOrder.SCORE);
    TableColumn<EvidenceRow, String> state =
        column(
            "state",
            110,
            row ->
                messages.text(
                    "triage.state."
                        + row.exhibit().state().name().toLowerCase(java.util.Locale.ROOT)));
    state.setUserData(TriageOrder.STATE);
    TableColumn<EvidenceRow, String> added =
        column("added", 140, row -> figures.time(row.exhibit().addedAt()));
    added.setUserData(TriageOrder.TIME);
    TableColumn<EvidenceRow, EvidenceRow> tags = column("tags", 110, row -> row);
    tags.setCellFactory(column -> new TagsCell());
    table
        .getColumns()
        .setAll(
            List.of(
                number(column("item", 46, row -> Integer.toString(row.exhibit().item()))),
                outcome,
                name,
                area,
                number("peak", 64, latest -> figures.value(latest.peak())),
                number("regions", 72, latest -> Integer.toString(latest.regions())),
                score,
                tags,
                state,
                column("finding", 180, this::finding),
                column("error", 90, row -> words(row.exhibit().errorCode())),
                column("size", 100, EvidenceTable::size),
                number(
                    column(
                        "examinations", 60, row -> Integer.toString(row.exhibit().examinations()))),
                column("model", 150, row -> modelOf(row)),
                added));
    table
        .getColumns()
        .forEach(column -> column.setSortable(column.getUserData() instanceof TriageOrder));
  }

  private <T> TableColumn<EvidenceRow, T> column(
      String key, double width, Function<EvidenceRow, T> value) {
    TableColumn<EvidenceRow, T> column = new TableColumn<>(messages.text("triage.column." + key));
    column.setId("column-" + key);
    column.setPrefWidth(width);
    column.setCellValueFactory(
        features -> new ReadOnlyObjectWrapper<>(value.apply(features.getValue())));
    return column;
  }

  private TableColumn<EvidenceRow, String> number(
      String key, double width, Function<LatestResult, String> value) {
    return number(
        column(
            key,
            width,
            row -> {
              LatestResult latest = row.exhibit().latest();
              return latest == null ? "" : value.apply(latest);
            }));
  }

  private static TableColumn<EvidenceRow, String> number(TableColumn<EvidenceRow, String> column) {
    column.setStyle("-fx-alignment: center-right;");
    return column;
  }

  private String finding(EvidenceRow row) {
    Outcome conclusion = row.exhibit().conclusion();
    return conclusion == null ? "" : OutcomeMark.words(messages, conclusion);
  }

  private static String size(EvidenceRow row) {
    Integer width = row.exhibit().width();
    Integer height = row.exhibit().height();
    return width == null || height == null ? "" : width + " × " + height;
  }

  private static String modelOf(EvidenceRow row) {
    LatestResult latest = row.exhibit().latest();
    return latest == null ? "" : latest.model();
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Sorting by a column is sorting the list itself, which grid and table share. */
  private boolean sort(TableView<EvidenceRow> view) {
    if (view.getSortOrder().isEmpty()) {
      model.reversedProperty().set(false);
      model.orderProperty().set(TriageOrder.SUSPECT);
      return true;
    }
    TableColumn<EvidenceRow, ?> column = view.getSortOrder().getFirst();
    if (column.getUserData() instanceof TriageOrder order) {
      model.orderProperty().set(order);
      model.reversedProperty().set(column.getSortType() == TableColumn.SortType.DESCENDING);
    }
    return true;
  }

  private void takeSelection() {
    // What moves rows moves the table's selection, which goes by place; ours goes by exhibit.
    if (following || model.isMoving()) {
      return;
    }
    following = true;
    try {
      List<Long> ids = new ArrayList<>();
      for (EvidenceRow row : table.getSelectionModel().getSelectedItems()) {
        if (row != null) {
          ids.add(row.id());
        }
      }
      EvidenceRow lead = table.getSelectionModel().getSelectedItem();
      model.selection().replace(ids, lead == null ? null : lead.id());
    } finally {
      following = false;
    }
  }

  private void showSelection() {
    if (following || !table.isVisible()) {
      return;
    }
    following = true;
    try {
      int[] indices = model.selection().indices();
      table.getSelectionModel().clearSelection();
      if (indices.length == model.rows().size() && indices.length > 0) {
        table.getSelectionModel().selectAll();
      } else if (indices.length > 0) {
        table.getSelectionModel().selectIndices(indices[0], indices);
      }
      int lead = model.selection().leadIndex();
      if (lead >= 0) {
        table.getFocusModel().focus(lead);
      }
    } finally {
      following = false;
    }
  }

  /** Called when the table comes into sight again. */
  void refreshSelection() {
    showSelection();
  }

  private final class StandingCell extends TableCell<EvidenceRow, EvidenceRow> {
    private final Label label = new Label();

    StandingCell() {
      label.getStyleClass().add("standing");
      setGraphic(label);
    }

    @Override
    protected void updateItem(@Nullable EvidenceRow row, boolean empty) {
      super.updateItem(row, empty);
      label.setVisible(row != null && !empty);
      if (row != null && !empty) {
        mark.put(label, row.standing());
      }
    }
  }

  private static final class NameCell extends TableCell<EvidenceRow, String> {
    NameCell() {
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
      super.updateItem(name, empty);
      setText(empty || name == null ? null : name);
    }
  }

  private final class TagsCell extends TableCell<EvidenceRow, EvidenceRow> {
    private final HBox dots = new HBox(4);

    TagsCell() {
      dots.setAlignment(Pos.CENTER_LEFT);
      setGraphic(dots);
    }

    @Override
    protected void updateItem(@Nullable EvidenceRow row, boolean empty) {
      super.updateItem(row, empty);
      dots.setVisible(row != null && !empty);
      if (row != null && !empty) {
        TagDots.put(dots, model.tags(), row.exhibit().tags());
      }
    }
  }
}
