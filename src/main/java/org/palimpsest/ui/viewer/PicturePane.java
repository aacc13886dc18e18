package org.palimpsest.ui.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.palimpsest.ui.fx.picture.PictureLayer;
import org.palimpsest.ui.fx.picture.ViewTransform;

/**
 * One view of the picture, with its map or without. What changed is drawn once before the next
 * frame, however often it changed. Marks lie on a canvas of their own, so that drawing them does
 * not draw the picture again.
 */
final class PicturePane extends Region {
  private final ViewerModel model;
  private final Canvas canvas = new Canvas();
  private final Canvas marks = new Canvas();
  private final OutlinePainter outlines;
  private final List<PictureLayer> layers = new ArrayList<>();
  private final Rectangle clip = new Rectangle();
  private boolean withMap;
  private boolean pictureOutdated = true;
  private boolean marksOutdated = true;
  private @Nullable TilePainter tiles;
  private @Nullable Image overlay;
  private double shownFrom;
  private double shownTo = 1;

  PicturePane(ViewerModel model, boolean withMap) {
    this.model = model;
    this.withMap = withMap;
    outlines = new OutlinePainter(model);
    getStyleClass().add("picture-pane");
    canvas.setManaged(false);
    marks.setManaged(false);
    getChildren().addAll(canvas, marks);
    setClip(clip);
    setMouseTransparent(true);
    model.viewport().viewProperty().subscribe(view -> redraw());
    model.opacityProperty().subscribe(opacity -> redraw());
    model.outlinesProperty().subscribe(shown -> redrawMarks());
    model.selectedRegionProperty().subscribe(region -> redrawMarks());
    model.threshold().outlinesProperty().subscribe(found -> redrawMarks());
  }

  void tiles(@Nullable TilePainter next) {
    tiles = next;
    redraw();
  }

  void overlay(@Nullable Image next) {
    overlay = next;
    redraw();
  }

  void withMap(boolean shown) {
    if (withMap != shown) {
      withMap = shown;
      redraw();
    }
  }

  void add(PictureLayer layer) {
    layers.add(layer);
    redrawMarks();
  }

  /** Shows only a part of the width, both ends as shares of it. */
  void showPart(double from, double to) {
    shownFrom = from;
    shownTo = to;
    redraw();
    clip();
  }

  void redraw() {
    pictureOutdated = true;
    redrawMarks();
  }

  void redrawMarks() {
    marksOutdated = true;
    setNeedsLayout(true);
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      for (Canvas each : List.of(canvas, marks)) {
        each.setWidth(getWidth());
        each.setHeight(getHeight());
      }
      clip();
      pictureOutdated = true;
      marksOutdated = true;
    }
    if (pictureOutdated) {
      pictureOutdated = false;
      paintPicture();
    }
    if (marksOutdated) {
      marksOutdated = false;
      paintMarks();
    }
  }

  private void clip() {
    clip.setX(Math.round(getWidth() * shownFrom));
    clip.setWidth(Math.round(getWidth() * shownTo) - clip.getX());
    clip.setHeight(getHeight());
  }

  private void paintPicture() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    PreparedPicture shown = model.picture();
    if (tiles == null || shown == null || clip.getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    ViewTransform view = model.viewport().view();
    double ratio = model.viewport().pixelRatio();
    Rectangle2D visible = new Rectangle2D(clip.getX(), 0, clip.getWidth(), getHeight());
    tiles.paint(graphics, view, visible, ratio);
    if (withMap && overlay != null) {
      paintOverlay(graphics, overlay, shown, view, ratio);
    }
  }

  private void paintOverlay(
      GraphicsContext graphics,
      Image image,
      PreparedPicture shown,
      ViewTransform view,
      double ratio) {
    double width = shown.image().width();
    double height = shown.image().height();
    // One value per picture pixel is shown as such; an averaged map is drawn smoothly.
    boolean everyPixel = image.getWidth() == width && image.getHeight() == height;
    graphics.setImageSmoothing(!(everyPixel && view.scale() * ratio >= 1));
    graphics.setGlobalAlpha(model.opacityProperty().get());
    double left = Math.max(0, -view.x() / view.scale());
    double top = Math.max(0, -view.y() / view.scale());
    double right = Math.min(width, (getWidth() - view.x()) / view.scale());
    double bottom = Math.min(height, (getHeight() - view.y()) / view.scale());
    // Whole pixels of the map, so that it stays where it is while the picture moves.
    double unitX = width / image.getWidth();
    double unitY = height / image.getHeight();
    double x0 = Math.floor(left / unitX);
    double y0 = Math.floor(top / unitY);
    double x1 = Math.min(image.getWidth(), Math.ceil(right / unitX) + 1);
    double y1 = Math.min(image.getHeight(), Math.ceil(bottom / unitY) + 1);
    if (x1 > x0 && y1 > y0) {
      double toX = TilePainter.snap(view.toViewX(x0 * unitX), ratio);
      double toY = TilePainter.snap(view.toViewY(y0 * unitY), ratio);
      double endX = TilePainter.snap(view.toViewX(x1 * unitX), ratio);
      double endY = TilePainter.snap(view.toViewY(y1 * unitY), ratio);
      graphics.drawImage(image, x0, y0, x1 - x0, y1 - y0, toX, toY, endX - toX, endY - toY);
    }
    graphics.setGlobalAlpha(1);
  }

  private void paintMarks() {
    GraphicsContext graphics = marks.getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    if (model.picture() == null) {
      return;
    }
    ViewTransform view = model.viewport().view();
    if (withMap && model.outlinesProperty().get()) {
      outlines.paint(graphics, view, getWidth(), getHeight());
    }
    for (PictureLayer layer : layers) {
      layer.paint(graphics, view);
    }
  }
}
