package org.palimpsest.ui.viewer;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.palimpsest.settings.Messages;

/** Legend, threshold, area, opacity and the pixel under the pointer, below the picture. */
final class ThresholdBar extends VBox {
  private final ViewerModel model;
  private final Messages messages;
  private final HBox mapRow;
  private final Label value = new Label();
  private final Label whose = new Label();
  private final Label area = new Label();
  private final Label pixel = new Label();
  private final Rectangle swatch = new Rectangle(12, 12);
  private final Button reset = new Button();

  ThresholdBar(ViewerModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("threshold-bar");
    LegendSlider legend = new LegendSlider(model, messages);
    HBox.setHgrow(legend, Priority.ALWAYS);
    dressReset();
    value.setId("viewer-threshold-value");
    value.getStyleClass().add("figure");
    value.setMinWidth(Region.USE_PREF_SIZE);
    whose.setId("viewer-threshold-whose");
    whose.setMinWidth(Region.USE_PREF_SIZE);
    mapRow = new HBox(8, words("viewer.threshold.label"), legend, value, reset);
    mapRow.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(mapRow, second());
    model.threshold().thresholdProperty().subscribe(threshold -> update());
    model.threshold().examinersProperty().subscribe(examiners -> update());
    model.threshold().areaProperty().subscribe(share -> update());
    model.threshold().regionsProperty().subscribe(regions -> update());
    model.threshold().exactProperty().subscribe(exact -> update());
    model.pictureProperty().subscribe(picture -> update());
    model.readoutProperty().subscribe(this::read);
  }

  private FlowPane second() {
    area.setId("viewer-area");
    area.setMinWidth(Region.USE_PREF_SIZE);
    Slider opacity = new Slider(0, 1, 0.65);
    opacity.setId("viewer-opacity");
    opacity.valueProperty().bindBidirectional(model.opacityProperty());
    opacity.setBlockIncrement(0.05);
    opacity.setPrefWidth(90);
    opacity.setMinWidth(50);
    opacity.setAccessibleText(messages.text("viewer.opacity.slider"));
    opacity.setTooltip(new Tooltip(messages.text("viewer.opacity.slider")));
    pixel.setId("viewer-readout");
    pixel.getStyleClass().add("readout");
    pixel.setMinWidth(Region.USE_PREF_SIZE);
    swatch.getStyleClass().add("swatch");
    HBox figures = new HBox(8, whose, area);
    figures.setAlignment(Pos.CENTER_LEFT);
    HBox colours =
        new HBox(8, words("viewer.opacity.label"), opacity, new PaletteBox(model, messages));
    colours.setAlignment(Pos.CENTER_LEFT);
    // In a narrow window the colours go below the figures.
    FlowPane row = new FlowPane(24, 4, figures, colours);
    row.setRowValignment(VPos.CENTER);
    return row;
  }

  /** The pixel under the pointer, laid over the picture's lower left corner. */
  HBox readout() {
    HBox box = new HBox(6, swatch, pixel);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("readout-box");
    box.setMouseTransparent(true);
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    box.visibleProperty().bind(model.readoutProperty().isNotNull());
    return box;
  }

  private Label words(String key) {
    Label label = new Label(messages.text(key));
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    return label;
  }

  private void dressReset() {
    String text = messages.text("viewer.threshold.reset");
    reset.setId("viewer-threshold-reset");
    reset.setGraphic(new FontIcon(MaterialDesignR.RESTORE));
    reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    reset.setTooltip(new Tooltip(text));
    reset.setAccessibleText(text);
    reset.setOnAction(event -> model.threshold().reset());
  }

  private void update() {
    PreparedPicture shown = model.picture();
    boolean examined = shown != null && shown.map() != null;
    ThresholdModel threshold = model.threshold();
    boolean examiners = threshold.examinersProperty().get();
    mapRow.setDisable(!examined);
    reset.setDisable(!examiners);
    whose.getStyleClass().removeAll("examiners", "models");
    whose.getStyleClass().add(examiners ? "examiners" : "models");
    if (shown == null || !examined) {
      value.setText("");
      whose.setText(shown == null ? "" : messages.text("viewer.map.none"));
      area.setText("");
      return;
    }
    value.setText(String.format(Locale.ROOT, "%.3f", threshold.threshold()));
    whose.setText(
        messages.text(examiners ? "viewer.threshold.examiners" : "viewer.threshold.models"));
    whose.setTooltip(
        new Tooltip(
            examiners
                ? messages.text(
                    "viewer.threshold.examiners.tip",
                    String.format(Locale.ROOT, "%.4f", threshold.operating()))
                : shown.picture().thresholdSource()));
    String share = String.format(Locale.ROOT, "%.2f", threshold.areaProperty().get() * 100);
    area.setText(
        threshold.exactProperty().get()
            ? messages.text("viewer.area", share, threshold.regionsProperty().get().size())
            : messages.text("viewer.area.moving", share));
  }

  private void read(@Nullable Readout readout) {
    if (readout == null) {
      pixel.setText("");
      return;
    }
    swatch.setFill(Color.rgb(readout.red(), readout.green(), readout.blue()));
    String text =
        String.format(
            Locale.ROOT,
            "x %d  y %d   R %3d  G %3d  B %3d",
            readout.x(),
            readout.y(),
            readout.red(),
            readout.green(),
            readout.blue());
    Float mapped = readout.value();
    pixel.setText(
        mapped == null
            ? text
            : text
                + "   "
                + messages.text("viewer.readout.map", String.format(Locale.ROOT, "%.3f", mapped)));
  }
}
