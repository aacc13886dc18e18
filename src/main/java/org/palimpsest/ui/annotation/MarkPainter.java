package org.palimpsest.ui.annotation;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.palimpsest.casework.drawing.Extent;
import org.palimpsest.casework.drawing.Grips;
import org.palimpsest.casework.drawing.PaintedRows;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.casework.store.Shape.Vertex;
import org.palimpsest.ui.fx.picture.ViewTransform;

/** Draws annotations: a coloured line on a dark one, so that it is seen on any picture. */
final class MarkPainter {
  private static final Color DARK = Color.rgb(16, 20, 24, 0.8);
  private static final double GRIP = 8;
  private static final int LARGEST = 2048;

  private final Font font = Font.font("System", FontWeight.BOLD, 12);

  /** Images of painted masks, by the mark's key; made anew when the mark changed. */
  private final Map<Long, Painted> painted = new HashMap<>();

  private record Painted(Mark mark, Image image) {}

  void paint(GraphicsContext graphics, Mark mark, ViewTransform view, boolean selected) {
    Color colour = Color.web(mark.draft().colour());
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    graphics.setLineCap(StrokeLineCap.ROUND);
    shape(graphics, mark, view, colour);
    label(graphics, mark, view, colour);
    if (selected) {
      selection(graphics, mark.shape(), view);
    }
  }

  private void shape(GraphicsContext graphics, Mark mark, ViewTransform view, Color colour) {
    Extent e = Extent.of(mark.shape());
    double x = view.toViewX(e.left());
    double y = view.toViewY(e.top());
    double width = e.width() * view.scale();
    double height = e.height() * view.scale();
    switch (mark.shape()) {
      case Shape.Rectangle rectangle -> {
        graphics.setFill(faint(colour));
        graphics.fillRect(x, y, width, height);
        twice(graphics, colour, () -> graphics.strokeRect(x, y, width, height));
      }
      case Shape.Ellipse ellipse -> {
        graphics.setFill(faint(colour));
        graphics.fillOval(x, y, width, height);
        twice(graphics, colour, () -> graphics.strokeOval(x, y, width, height));
      }
      case Shape.Polygon polygon -> {
        double[][] at = places(polygon.vertices(), view);
        graphics.setFill(faint(colour));
        graphics.fillPolygon(at[0], at[1], at[0].length);
        twice(graphics, colour, () -> graphics.strokePolygon(at[0], at[1], at[0].length));
      }
      case Shape.Brush brush -> {
        graphics.setImageSmoothing(false);
        graphics.drawImage(image(mark, brush, colour), x, y, width, height);
      }
      case Shape.Arrow arrow -> arrow(graphics, arrow, view, colour);
      case Shape.Text text ->
          twice(
              graphics,
              colour,
              () -> {
                graphics.strokeLine(x - 5, y, x + 5, y);
                graphics.strokeLine(x, y - 5, x, y + 5);
              });
    }
  }

  /** A line, or a polygon that is not closed yet, while it is being drawn. */
  void way(GraphicsContext graphics, List<Vertex> way, ViewTransform view, String colour) {
    double[][] at = places(way, view);
    twice(graphics, Color.web(colour), () -> graphics.strokePolyline(at[0], at[1], at[0].length));
  }

  /** The stroke of a brush while it is being drawn. */
  void stroke(
      GraphicsContext graphics, List<Vertex> way, double radius, ViewTransform view, Color colour) {
    double[][] at = places(way, view);
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.setStroke(colour.deriveColor(0, 1, 1, 0.5));
    graphics.setLineWidth(Math.max(1, 2 * radius * view.scale()));
    if (at[0].length == 1) {
      graphics.strokeLine(at[0][0], at[1][0], at[0][0], at[1][0]);
    } else {
      graphics.strokePolyline(at[0], at[1], at[0].length);
    }
  }

  private static double[][] places(List<Vertex> vertices, ViewTransform view) {
    return new double[][] {
      vertices.stream().mapToDouble(v -> view.toViewX(v.x())).toArray(),
      vertices.stream().mapToDouble(v -> view.toViewY(v.y())).toArray()
    };
  }

  private static void arrow(
      GraphicsContext graphics, Shape.Arrow arrow, ViewTransform view, Color colour) {
    double x0 = view.toViewX(arrow.fromX());
    double y0 = view.toViewY(arrow.fromY());
    double x1 = view.toViewX(arrow.toX());
    double y1 = view.toViewY(arrow.toY());
    double angle = Math.atan2(y1 - y0, x1 - x0);
    twice(
        graphics,
        colour,
        () -> {
          graphics.strokeLine(x0, y0, x1, y1);
          for (double side : new double[] {-0.45, 0.45}) {
            double back = angle + Math.PI + side;
            graphics.strokeLine(x1, y1, x1 + 14 * Math.cos(back), y1 + 14 * Math.sin(back));
          }
        });
  }

  private static void twice(GraphicsContext graphics, Color colour, Runnable line) {
    graphics.setStroke(DARK);
    graphics.setLineWidth(4);
    line.run();
    graphics.setStroke(colour);
    graphics.setLineWidth(2);
    line.run();
  }

  private static Color faint(Color colour) {
    return colour.deriveColor(0, 1, 1, 0.12);
  }

  private void label(GraphicsContext graphics, Mark mark, ViewTransform view, Color colour) {
    String words = mark.draft().label();
    if (words.isEmpty()) {
      return;
    }
    Extent e = Extent.of(mark.shape());
    Text text = new Text(words);
    text.setFont(font);
    double width = Math.ceil(text.getLayoutBounds().getWidth()) + 12;
    double x = Math.round(view.toViewX(e.left()));
    double y = Math.round(view.toViewY(e.bottom()) + 4);
    graphics.setFill(DARK);
    graphics.fillRoundRect(x, y, width, 19, 4, 4);
    graphics.setFill(colour);
    graphics.fillRect(x, y + 3, 3, 13);
    graphics.setFill(Color.WHITE);
    graphics.setFont(font);
    graphics.setTextBaseline(VPos.TOP);
    graphics.fillText(words, x + 7, y + 2);
  }

  private static void selection(GraphicsContext graphics, Shape shape, ViewTransform view) {
    List<Vertex> grips = Grips.of(shape);
    if (grips.isEmpty()) {
      Extent e = Extent.of(shape);
      graphics.setStroke(Color.WHITE);
      graphics.setLineWidth(1);
      graphics.setLineDashes(4, 4);
      graphics.strokeRect(
          view.toViewX(e.left()) - 8,
          view.toViewY(e.top()) - 8,
          e.width() * view.scale() + 16,
          e.height() * view.scale() + 16);
      graphics.setLineDashes();
    }
    for (Vertex grip : grips) {
      double x = Math.round(view.toViewX(grip.x())) - GRIP / 2;
      double y = Math.round(view.toViewY(grip.y())) - GRIP / 2;
      graphics.setFill(DARK);
      graphics.fillRect(x - 1, y - 1, GRIP + 2, GRIP + 2);
      graphics.setFill(Color.WHITE);
      graphics.fillRect(x, y, GRIP, GRIP);
    }
  }

  private Image image(Mark mark, Shape.Brush brush, Color colour) {
    Painted known = painted.get(mark.key());
    if (known == null || !known.mark().equals(mark)) {
      known = new Painted(mark, image(brush, colour));
      painted.put(mark.key(), known);
    }
    return known.image();
  }

  private static Image image(Shape.Brush brush, Color colour) {
    // A mask of a whole large picture is drawn from every second, third … of its pixels.
    int step = 1 + (Math.max(brush.width(), brush.height()) - 1) / LARGEST;
    int width = (brush.width() + step - 1) / step;
    int height = (brush.height() + step - 1) / step;
    PaintedRows rows = new PaintedRows(brush);
    int alpha = 115;
    int pixel =
        (alpha << 24)
            | ((int) Math.round(colour.getRed() * alpha) << 16)
            | ((int) Math.round(colour.getGreen() * alpha) << 8)
            | (int) Math.round(colour.getBlue() * alpha);
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = rows.at(x * step, y * step) ? pixel : 0;
      }
    }
    return new WritableImage(
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
  }
}
