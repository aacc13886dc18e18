package org.palimpsest.ui.viewer;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Slider;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.palimpsest.heatmap.ColourMap;
import org.palimpsest.settings.Messages;

/**
 * The legend of the map and the threshold's slider in one: the colours of the values 0 to 1 with
 * numbers, the threshold as the thumb on them, the examination's own as a mark.
 */
final class LegendSlider extends Pane {
  private static final double THUMB = 16;
  private static final double BAR = 10;
  private static final double BAR_TOP = 5;
  private static final double HEIGHT = 34;

  private final ViewerModel model;
  private final Canvas scale = new Canvas();
  private final Slider slider = new Slider(0, 1, 0);
  private boolean following;

  LegendSlider(ViewerModel model, Messages messages) {
    this.model = model;
    getStyleClass().add("legend-slider");
    slider.setId("viewer-threshold");
    slider.setBlockIncrement(0.01);
    slider.setAccessibleText(messages.text("viewer.threshold.slider"));
    scale.setMouseTransparent(true);
    scale.setManaged(false);
    getChildren().addAll(scale, slider);
    setMinWidth(140);
    setPrefHeight(HEIGHT);
    setMinHeight(HEIGHT);
    model.threshold().thresholdProperty().subscribe(value -> follow(value.doubleValue()));
    // After the slider stands where the model does: building a view must move nothing.
    slider
        .valueProperty()
        .addListener(
            (property, before, value) -> {
              if (!following) {
                model.threshold().move(value.doubleValue());
              }
            });
    model.paletteProperty().subscribe(palette -> setNeedsLayout(true));
    model.pictureProperty().subscribe(picture -> setNeedsLayout(true));
    widthProperty().subscribe(width -> setNeedsLayout(true));
  }

  private void follow(double threshold) {
    following = true;
    slider.setValue(threshold);
    following = false;
    setNeedsLayout(true);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    slider.resizeRelocate(0, BAR_TOP + BAR / 2 - THUMB / 2, width, THUMB);
    scale.setWidth(width);
    scale.setHeight(HEIGHT);
    GraphicsContext graphics = scale.getGraphicsContext2D();
    graphics.clearRect(0, 0, width, HEIGHT);
    paintBar(graphics, width - THUMB);
    paintNumbers(graphics, width - THUMB);
  }

  private void paintBar(GraphicsContext graphics, double length) {
    ColourMap colours = new ColourMap(model.paletteProperty().get());
    for (int x = 0; x < length; x++) {
      int colour = colours.colour((float) (x / (length - 1)));
      graphics.setFill(Color.rgb(colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff));
      graphics.fillRect(THUMB / 2 + x, BAR_TOP, 1, BAR);
    }
    PreparedPicture shown = model.picture();
    if (shown != null && shown.map() != null) {
      double mark = Math.round(THUMB / 2 + model.threshold().operating() * (length - 1)) + 0.5;
      graphics.setFill(foreground());
      graphics.fillPolygon(
          new double[] {mark - 4, mark + 4, mark},
          new double[] {BAR_TOP + BAR + 6, BAR_TOP + BAR + 6, BAR_TOP + BAR + 1},
          3);
    }
  }

  private void paintNumbers(GraphicsContext graphics, double length) {
    graphics.setFill(foreground());
    graphics.setFont(Font.font(10));
    graphics.setTextBaseline(VPos.BOTTOM);
    int steps = length < 220 ? 2 : 5;
    for (int i = 0; i <= steps; i++) {
      double share = i / (double) steps;
      graphics.setTextAlign(
          i == 0 ? TextAlignment.LEFT : i == steps ? TextAlignment.RIGHT : TextAlignment.CENTER);
      String text = i == 0 ? "0" : i == steps ? "1" : Double.toString(share);
      graphics.fillText(text, THUMB / 2 + share * length, HEIGHT);
    }
  }

  /** Readable in the light and in the dark theme. */
  private static Color foreground() {
    return Color.gray(0.5);
  }
}
