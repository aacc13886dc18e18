package org.palimpsest.ui.annotation;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.palimpsest.settings.Messages;

/** The tools of drawing. */
final class AnnotationBar extends ToolBar {
  private final AnnotationModel model;
  private final Messages messages;
  private final ToggleGroup tools = new ToggleGroup();

  AnnotationBar(
      AnnotationModel model, Messages messages, Property<Boolean> panelShown, Runnable export) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("annotation-toolbar");
    getItems().addAll(tools(), colours(), brush(), separator());
    Button undo = button("undo", MaterialDesignU.UNDO, () -> model.history().undo());
    Button redo = button("redo", MaterialDesignR.REDO, () -> model.history().redo());
    Button delete = button("delete", MaterialDesignD.DELETE_OUTLINE, this::delete);
    named(undo, "annotation.undo", model.history().undoNameProperty());
    named(redo, "annotation.redo", model.history().redoNameProperty());
    delete.disableProperty().bind(model.selectedProperty().isNull());
    ToggleButton panel = new ToggleButton();
    panel.selectedProperty().bindBidirectional(panelShown);
    dress(panel, "panel", MaterialDesignN.NOTE_TEXT_OUTLINE);
    getItems()
        .addAll(
            undo,
            redo,
            delete,
            separator(),
            panel,
            button("mask", MaterialDesignI.IMAGE_FILTER_BLACK_WHITE, export));
    disableProperty().bind(model.sheetProperty().isNull());
  }

  private static Separator separator() {
    return new Separator(Orientation.VERTICAL);
  }

  private HBox tools() {
    HBox box =
        new HBox(
            tool(Tool.SELECT, MaterialDesignC.CURSOR_DEFAULT_OUTLINE),
            tool(Tool.RECTANGLE, MaterialDesignR.RECTANGLE_OUTLINE),
            tool(Tool.ELLIPSE, MaterialDesignE.ELLIPSE_OUTLINE),
            tool(Tool.POLYGON, MaterialDesignV.VECTOR_POLYGON),
            tool(Tool.BRUSH, MaterialDesignB.BRUSH),
            tool(Tool.ERASER, MaterialDesignE.ERASER),
            tool(Tool.ARROW, MaterialDesignA.ARROW_TOP_RIGHT),
            tool(Tool.TEXT, MaterialDesignF.FORMAT_TEXT));
    model
        .toolProperty()
        .subscribe(
            tool ->
                tools.getToggles().stream()
                    .filter(toggle -> toggle.getUserData() == tool)
                    .forEach(tools::selectToggle));
    tools
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null) {
                // A second click on a tool puts it down.
                model.toolProperty().set(Tool.SELECT);
                tools.getToggles().getFirst().setSelected(true);
              } else {
                model.toolProperty().set((Tool) now.getUserData());
              }
            });
    return box;
  }

  private ToggleButton tool(Tool tool, Ikon icon) {
    ToggleButton button = new ToggleButton();
    button.setUserData(tool);
    button.setToggleGroup(tools);
    dress(button, tool.name().toLowerCase(Locale.ROOT), icon);
    return button;
  }

  private ComboBox<String> colours() {
    ComboBox<String> box = new ComboBox<>();
    box.setId("annotation-colour");
    box.getItems().setAll(AnnotationModel.COLOURS);
    box.setButtonCell(new Swatch(messages));
    box.setCellFactory(list -> new Swatch(messages));
    box.valueProperty().bindBidirectional(model.colourProperty());
    box.setAccessibleText(messages.text("annotation.colour.choice"));
    box.setTooltip(new Tooltip(messages.text("annotation.colour.choice")));
    box.valueProperty()
        .addListener(
            (property, before, now) -> {
              Mark selected = model.selectedProperty().get();
              // The chosen annotation takes the colour; choosing one shows no colour of its own.
              if (selected != null && box.isFocused()) {
                model.change(
                    selected, selected.withColour(now), messages.text("annotation.done.colour"));
              }
            });
    return box;
  }

  private HBox brush() {
    Slider radius = new Slider(1, 200, 12);
    radius.setId("annotation-brush-size");
    radius.setPrefWidth(90);
    radius.valueProperty().bindBidirectional(model.brushProperty());
    radius.setAccessibleText(messages.text("annotation.brush.size"));
    radius.setTooltip(new Tooltip(messages.text("annotation.brush.size")));
    Label label = new Label();
    model
        .brushProperty()
        .subscribe(
            size -> label.setText(String.format(Locale.ROOT, "%.0f px", size.doubleValue())));
    label.setMinWidth(48);
    HBox box = new HBox(4, radius, label);
    box.setAlignment(Pos.CENTER_LEFT);
    model
        .toolProperty()
        .subscribe(
            tool -> {
              boolean paints = tool == Tool.BRUSH || tool == Tool.ERASER;
              box.setVisible(paints);
              box.setManaged(paints);
            });
    return box;
  }

  private void delete() {
    Mark selected = model.selectedProperty().get();
    if (selected != null) {
      model.remove(selected, messages.text("annotation.done.delete"));
    }
  }

  /** Names on the button what it would take back or do again. */
  private void named(Button button, String key, ObservableValue<String> name) {
    name.subscribe(
        what -> {
          button.setDisable(what.isEmpty());
          String text = what.isEmpty() ? messages.text(key) : messages.text(key) + ": " + what;
          button.setAccessibleText(text);
          button.setTooltip(new Tooltip(text));
        });
  }

  private Button button(String name, Ikon icon, Runnable action) {
    Button button = new Button();
    button.setOnAction(event -> action.run());
    dress(button, name, icon);
    return button;
  }

  private void dress(ButtonBase button, String name, Ikon icon) {
    String text = messages.text("annotation.tool." + name);
    button.setId("annotation-" + name);
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.setTooltip(new Tooltip(text));
    button.setAccessibleText(text);
  }

  private static final class Swatch extends ListCell<String> {
    private final Messages messages;

    Swatch(Messages messages) {
      this.messages = messages;
    }

    @Override
    protected void updateItem(@Nullable String colour, boolean empty) {
      super.updateItem(colour, empty);
      if (empty || colour == null) {
        setGraphic(null);
        return;
      }
      Rectangle square = new Rectangle(18, 14, Color.web(colour));
      square.setStroke(Color.gray(0.5));
      setGraphic(square);
      setAccessibleText(messages.text("annotation.colour." + colour.substring(1)));
    }
  }
}
