package org.palimpsest.ui.viewer;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.palimpsest.heatmap.Point;
import org.palimpsest.heatmap.Region;
import org.palimpsest.ui.fx.picture.ViewTransform;

/** Draws the outlines of regions with their numbers, as reports do: light on dark. */
final class OutlinePainter {
  private static final Color DARK = Color.rgb(16, 20, 24);
  private static final Color LIGHT = Color.WHITE;
  private static final Color SELECTED = Color.rgb(255, 196, 0);

  /** Reports number as many. */
  private static final int NUMBERED = 99;

  /** Of a map that is mostly noise only the largest outlines are drawn. */
  private static final int DRAWN = 600;

  private final ViewerModel model;
  private final Font font = Font.font("System", FontWeight.BOLD, 11);

  OutlinePainter(ViewerModel model) {
    this.model = model;
  }

  void paint(GraphicsContext graphics, ViewTransform view, double width, double height) {
    boolean exact = model.threshold().exactProperty().get();
    List<List<Point>> rings = model.threshold().outlinesProperty().get();
    List<Region> regions = exact ? model.threshold().regionsProperty().get() : List.of();
    Region selected = model.selectedRegionProperty().get();
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    int drawn = 0;
    for (int i = 0; i < rings.size() && drawn < DRAWN; i++) {
      boolean isSelected = i < regions.size() && regions.get(i).equals(selected);
      drawn += ring(graphics, rings.get(i), view, width, height, isSelected) ? 1 : 0;
    }
    graphics.setFont(font);
    graphics.setTextBaseline(VPos.TOP);
    for (int i = Math.min(NUMBERED, regions.size()) - 1; i >= 0; i--) {
      number(graphics, i + 1, regions.get(i), view, width, height);
    }
  }

  private static boolean ring(
      GraphicsContext graphics,
      List<Point> ring,
      ViewTransform view,
      double width,
      double height,
      boolean selected) {
    double[] x = new double[ring.size()];
    double[] y = new double[ring.size()];
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < x.length; i++) {
      x[i] = view.toViewX(ring.get(i).x());
      y[i] = view.toViewY(ring.get(i).y());
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      top = Math.min(top, y[i]);
      bottom = Math.max(bottom, y[i]);
    }
    if (right < 0 || bottom < 0 || left > width || top > height) {
      return false;
    }
    graphics.setStroke(DARK.deriveColor(0, 1, 1, 0.85));
    graphics.setLineWidth(selected ? 5 : 3.5);
    graphics.strokePolygon(x, y, x.length);
    graphics.setStroke(selected ? SELECTED : LIGHT);
    graphics.setLineWidth(selected ? 2.5 : 1.5);
    graphics.strokePolygon(x, y, x.length);
    return true;
  }

  private void number(
      GraphicsContext graphics,
      int number,
      Region region,
      ViewTransform view,
      double width,
      double height) {
    double x = Math.round(view.toViewX(region.box().x()));
    double y = Math.round(view.toViewY(region.box().y()));
    Text text = new Text(Integer.toString(number));
    text.setFont(font);
    double wide = Math.ceil(text.getLayoutBounds().getWidth()) + 8;
    // Above the region where there is room, so that it hides nothing of it.
    double top = y - 17 >= 0 ? y - 17 : y;
    if (x < -wide || y < -17 || x > width || top > height) {
      return;
    }
    boolean selected = region.equals(model.selectedRegionProperty().get());
    graphics.setFill(selected ? SELECTED : DARK.deriveColor(0, 1, 1, 0.85));
    graphics.fillRoundRect(x, top, wide, 16, 4, 4);
    graphics.setFill(selected ? DARK : LIGHT);
    graphics.fillText(text.getText(), x + 4, top + 1);
  }
}
