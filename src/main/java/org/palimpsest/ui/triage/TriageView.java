package org.palimpsest.ui.triage;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.Tag;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.BackgroundPool;

/**
 * The evidence list: what to search and narrow by above, the exhibits below, their number at the
 * foot.
 */
public final class TriageView {
  private static final long THUMBNAIL_BYTES = 64L << 20;

  private final Messages messages;
  private final TriageViewModel model;
  private final BackgroundPool pool;
  private final Consumer<Runnable> window;
  private final RowMenu rowMenu;
  private final EvidenceGrid grid;
  private final EvidenceTable table;
  private final HistogramView histogram;
  private final Label count = new Label();
  private final Hyperlink everything = new Hyperlink();
  private final Label nothing = new Label();
  private final ToggleButton asGrid;
  private final ToggleButton asTable;
  private final BorderPane root = new BorderPane();
  private @Nullable Thumbnails thumbnails;
  private @Nullable CaseFile pictured;
  private @Nullable ContextMenu menu;

  /**
   * The view of a list.
   *
   * @param pool loads thumbnails
   * @param window hands work to the thread that owns the window
   */
  public TriageView(
      Messages messages,
      TriageViewModel model,
      TriageActions actions,
      BackgroundPool pool,
      Consumer<Runnable> window) {
    this.messages = messages;
    this.model = model;
    this.pool = pool;
    this.window = window;
    rowMenu = new RowMenu(messages, model, actions);
    grid = new EvidenceGrid(messages, model, actions, this::thumbnails);
    table = new EvidenceTable(messages, model, actions);
    histogram =
        new HistogramView(
            messages,
            range -> model.filterProperty().set(model.filterProperty().get().withRange(range)));
    asGrid = toggle("grid", MaterialDesignV.VIEW_GRID_OUTLINE);
    asTable = toggle("table", MaterialDesignT.TABLE);
    root.getStyleClass().add("triage");
    root.getStylesheets().add("org/palimpsest/ui/triage/triage.css");
    root.setTop(new VBox(8, tools(), new FilterBar(messages, model).node(), spread()));
    root.getTop().getStyleClass().add("triage-head");
    root.setCenter(list());
    root.setBottom(foot());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.summaryProperty().subscribe(this::showSummary);
    model.selection().revisionProperty().subscribe(this::showCount);
    showSummary(model.summaryProperty().get());
  }

  /** The whole view, to be put into a window. */
  public Node node() {
    return root;
  }

  private @Nullable Thumbnails thumbnails() {
    CaseFile file = model.file();
    if (file == null) {
      return null;
    }
    if (thumbnails == null || pictured != file) {
      thumbnails = new Thumbnails(file, pool, window, THUMBNAIL_BYTES);
      pictured = file;
    }
    return thumbnails;
  }

  private ToggleButton toggle(String key, Ikon icon) {
    ToggleButton button = new ToggleButton(null, new FontIcon(icon));
    button.setId("show-" + key);
    button.getStyleClass().addAll("small", "button-icon");
    button.setTooltip(new Tooltip(messages.text("triage.show." + key)));
    button.setAccessibleText(messages.text("triage.show." + key));
    return button;
  }

  private Node tools() {
    CustomTextField search = new CustomTextField();
    search.setId("triage-search");
    search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
    search.setPromptText(messages.text("triage.search.prompt"));
    search.setAccessibleText(messages.text("triage.search.prompt"));
    search.getStyleClass().add("small");
    search.setMinWidth(100);
    search
        .textProperty()
        .subscribe(text -> model.filterProperty().set(model.filterProperty().get().withText(text)));
    model
        .filterProperty()
        .subscribe(
            filter -> {
              if (!filter.text().equals(search.getText())) {
                search.setText(filter.text());
              }
            });
    HBox.setHgrow(search, Priority.ALWAYS);
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(asGrid, asTable);
    asGrid.setSelected(true);
    asGrid.getStyleClass().add("left-pill");
    asTable.getStyleClass().add("right-pill");
    group
        .selectedToggleProperty()
        .subscribe(
            (was, is) -> {
              if (is == null && was != null) {
                was.setSelected(true); // one of the two is always on
              } else {
                showKind();
              }
            });
    HBox tools =
        new HBox(8, search, new OrderControls(messages, model).node(), new HBox(asGrid, asTable));
    tools.setAlignment(Pos.CENTER_LEFT);
    return tools;
  }

  private Node spread() {
    ComboBox<Measure> measure = new ComboBox<>();
    measure.getItems().setAll(List.of(Measure.values()));
    measure.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Measure value) {
            return value == null ? "" : messages.text("triage.measure." + value.key());
          }

          @Override
          public Measure fromString(String text) {
            throw new UnsupportedOperationException("The box is not typed into");
          }
        });
    measure.setId("triage-measure");
    measure.getStyleClass().add("small");
    measure.setAccessibleText(messages.text("triage.measure.accessible"));
    measure.valueProperty().bindBidirectional(model.measureProperty());
    Label range = new Label();
    range.getStyleClass().add("text-muted");
    RowFigures figures = new RowFigures(messages);
    model
        .filterProperty()
        .subscribe(
            filter -> {
              Range chosen = filter.range();
              range.setText(
                  chosen == null
                      ? messages.text("triage.histogram.hint")
                      : messages.text(
                          "triage.histogram.range",
                          words(figures, chosen.measure(), chosen.low()),
                          words(figures, chosen.measure(), chosen.high())));
            });
    HBox head = new HBox(8, measure, range);
    head.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, head, histogram);
  }

  private static String words(RowFigures figures, Measure measure, double value) {
    return measure == Measure.AREA ? figures.share(value) : figures.value(value);
  }

  private Node list() {
    nothing.getStyleClass().addAll("empty-list", "text-muted");
    nothing.setWrapText(true);
    nothing.setMouseTransparent(true);
    StackPane list = new StackPane(grid.node(), table.node(), nothing);
    list.setOnContextMenuRequested(
        event -> {
          if (menu != null) {
            menu.hide();
          }
          menu = rowMenu.make();
          if (!menu.getItems().isEmpty()) {
            menu.show(list, event.getScreenX(), event.getScreenY());
          }
          event.consume();
        });
    showKind();
    return list;
  }

  /** Shows pictures or lines; both stay what they are, so that the place in them is kept. */
  private void showKind() {
    boolean pictures = !asTable.isSelected();
    grid.node().setVisible(pictures);
    table.node().setVisible(!pictures);
    if (pictures) {
      grid.showLead();
    } else {
      table.refreshSelection();
      table.showLead();
    }
  }

  private Node foot() {
    everything.setText(messages.text("triage.foot.everything"));
    everything.setOnAction(event -> model.filterProperty().set(TriageFilter.NONE));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    count.setId("triage-count");
    HBox foot = new HBox(8, count, space, everything);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("triage-foot");
    return foot;
  }

  private void showSummary(TriageViewModel.Summary summary) {
    histogram.show(summary.histogram(), model.filterProperty().get().range());
    nothing.setText(
        summary.total() == 0
            ? messages.text("triage.empty.none")
            : messages.text("triage.empty.filtered"));
    nothing.setVisible(summary.shown() == 0);
    everything.setVisible(!model.filterProperty().get().isNone());
    showCount();
  }

  private void showCount() {
    TriageViewModel.Summary summary = model.summaryProperty().get();
    String shown = messages.text("triage.foot.count", summary.shown(), summary.total());
    int selected = model.selection().size();
    count.setText(
        selected > 1 ? shown + " · " + messages.text("triage.foot.selected", selected) : shown);
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof javafx.scene.control.TextInputControl) {
      return;
    }
    List<Long> ids = model.selection().rows().stream().map(EvidenceRow::id).toList();
    if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
      model.selection().all();
    } else if (event.getCode() == KeyCode.DELETE) {
      rowMenu.withdraw(ids);
    } else if (!event.isShortcutDown() && !event.isAltDown() && !ids.isEmpty()) {
      Optional<Tag> tag = tagOf(event.getCode());
      if (tag.isEmpty()) {
        return;
      }
      model.toggleTag(tag.get(), ids);
    } else {
      return;
    }
    event.consume();
  }

  /** The digits 1 to 9 stand for the first nine tags. */
  private Optional<Tag> tagOf(KeyCode code) {
    if (!code.isDigitKey()) {
      return Optional.empty();
    }
    int number =
        code.getChar().isEmpty() ? 0 : code.getName().charAt(code.getName().length() - 1) - '0';
    return number >= 1 && number <= model.tags().size()
        ? Optional.of(model.tags().get(number - 1))
        : Optional.empty();
  }
}
