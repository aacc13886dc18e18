package org.palimpsest.ui.triage;

import java.text.NumberFormat;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.palimpsest.settings.Messages;

/**
 * The spread of a number as bars; dragging over it narrows the list to a range, a click or Escape
 * lifts that. With the keyboard the arrows move the lower end, with Shift the upper one.
 */
final class HistogramView extends Pane {
  private static final double HEIGHT = 64;
  private static final double FOOT = 16;
  private static final double CLICK = 3;
  private static final double[] TICKS = {0, 0.001, 0.01, 0.1, 0.5, 1};
  private static final double[] EVEN_TICKS = {0, 0.25, 0.5, 0.75, 1};

  private final Messages messages;
  private final Consumer<@Nullable Range> chosen;
  private Histogram histogram = TriageViewModel.Summary.EMPTY.histogram();
  private @Nullable Range range;
  private double pressed;

  /**
   * A histogram without results.
   *
   * @param chosen hears of a range, or null when it is lifted
   */
  HistogramView(Messages messages, Consumer<@Nullable Range> chosen) {
    this.messages = messages;
    this.chosen = chosen;
    getStyleClass().add("histogram");
    setPrefHeight(HEIGHT);
    setMinHeight(HEIGHT);
    setMinWidth(120);
    setFocusTraversable(true);
    setCursor(Cursor.H_RESIZE);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(messages.text("triage.histogram.accessible"));
    setOnMousePressed(event -> press(event));
    setOnMouseDragged(event -> drag(event));
    setOnMouseReleased(event -> release(event));
    setOnKeyPressed(this::key);
  }

  void show(Histogram next, @Nullable Range nextRange) {
    histogram = next;
    range = nextRange != null && nextRange.measure() == next.measure() ? nextRange : null;
    draw();
  }

  @Override
  protected void layoutChildren() {
    draw();
  }

  private void draw() {
    getChildren().clear();
    double width = getWidth();
    double high = getHeight() - FOOT;
    int highest = Math.max(1, histogram.highest());
    double step = width / Histogram.BINS;
    for (int i = 0; i < Histogram.BINS; i++) {
      int count = histogram.counts().get(i);
      if (count > 0) {
        // Square root: one suspect picture among thousands must still be seen.
        double height = Math.max(2, Math.sqrt((double) count / highest) * (high - 4));
        add(i * step + 0.5, high - height, Math.max(1, step - 1), height, bar(i));
      }
    }
    add(0, high, width, 1, "axis");
    Range shownRange = range;
    if (shownRange != null) {
      double low = x(shownRange.low());
      double up = Math.max(low + 2, x(shownRange.high()));
      add(low, 0, up - low, high, "range");
    }
    ticks(high);
  }

  private String bar(int bin) {
    if (range == null) {
      return "bar";
    }
    double middle = histogram.measure().value((bin + 0.5) / Histogram.BINS);
    return range.low() <= middle && middle <= range.high() ? "bar" : "bar-outside";
  }

  private void add(double x, double y, double width, double height, String style) {
    Region part = new Region();
    part.getStyleClass().add("histogram-" + style);
    part.setManaged(false);
    part.setMouseTransparent(true);
    part.resizeRelocate(x, y, width, height);
    getChildren().add(part);
  }

  private void ticks(double top) {
    NumberFormat format =
        histogram.measure() == Measure.AREA
            ? NumberFormat.getPercentInstance(messages.locale())
            : NumberFormat.getNumberInstance(messages.locale());
    format.setMaximumFractionDigits(histogram.measure() == Measure.AREA ? 1 : 2);
    for (double tick : histogram.measure() == Measure.AREA ? TICKS : EVEN_TICKS) {
      Label label = new Label(format.format(tick));
      label.getStyleClass().add("histogram-tick");
      label.setManaged(false);
      label.setMouseTransparent(true);
      getChildren().add(label);
      label.applyCss();
      double wide = label.prefWidth(-1);
      double x = Math.clamp(x(tick) - wide / 2, 0, Math.max(0, getWidth() - wide));
      label.resizeRelocate(x, top + 1, wide, FOOT);
    }
  }

  private double x(double value) {
    return histogram.measure().position(value) * getWidth();
  }

  private void press(MouseEvent event) {
    pressed = event.getX();
    requestFocus();
  }

  private void drag(MouseEvent event) {
    if (Math.abs(event.getX() - pressed) >= CLICK) {
      range = between(pressed, event.getX());
      draw();
    }
  }

  private void release(MouseEvent event) {
    chosen.accept(Math.abs(event.getX() - pressed) < CLICK ? null : between(pressed, event.getX()));
  }

  private Range between(double a, double b) {
    // At the edges everything beyond is meant.
    double low = Math.min(a, b) < CLICK ? 0 : Math.min(a, b) / getWidth();
    double high = Math.max(a, b) > getWidth() - CLICK ? 1 : Math.max(a, b) / getWidth();
    return new Range(
        histogram.measure(), histogram.measure().value(low), histogram.measure().value(high));
  }

  private void key(KeyEvent event) {
    double step = 1.0 / Histogram.BINS;
    if (event.getCode() == KeyCode.ESCAPE && range != null) {
      chosen.accept(null);
    } else if (event.getCode() == KeyCode.LEFT) {
      move(-step, event.isShiftDown());
    } else if (event.getCode() == KeyCode.RIGHT) {
      move(step, event.isShiftDown());
    } else {
      return;
    }
    event.consume();
  }

  private void move(double step, boolean upper) {
    Measure measure = histogram.measure();
    double low = range == null ? 0 : measure.position(range.low());
    double high = range == null ? 1 : measure.position(range.high());
    double nextLow = upper ? low : Math.clamp(low + step, 0, high);
    double nextHigh = upper ? Math.clamp(high + step, low, 1) : high;
    chosen.accept(new Range(measure, measure.value(nextLow), measure.value(nextHigh)));
  }
}
