package org.palimpsest.casework.drawing;

import java.util.List;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.casework.store.Shape.Vertex;

/** The upright rectangle around a shape, in pixels of the original. */
public record Extent(double left, double top, double right, double bottom) {
  /** The rectangle around a shape; a text has a place and no size. */
  public static Extent of(Shape shape) {
    return switch (shape) {
      case Shape.Rectangle r -> new Extent(r.x(), r.y(), r.x() + r.width(), r.y() + r.height());
      case Shape.Ellipse e -> new Extent(e.x(), e.y(), e.x() + e.width(), e.y() + e.height());
      case Shape.Polygon p -> around(p.vertices());
      case Shape.Brush b -> new Extent(b.x(), b.y(), b.x() + b.width(), b.y() + b.height());
      case Shape.Arrow a -> between(a.fromX(), a.fromY(), a.toX(), a.toY());
      case Shape.Text t -> new Extent(t.x(), t.y(), t.x(), t.y());
    };
  }

  static Extent between(double x0, double y0, double x1, double y1) {
    return new Extent(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
  }

  private static Extent around(List<Vertex> vertices) {
    return new Extent(
        vertices.stream().mapToDouble(Vertex::x).min().orElse(0),
        vertices.stream().mapToDouble(Vertex::y).min().orElse(0),
        vertices.stream().mapToDouble(Vertex::x).max().orElse(0),
        vertices.stream().mapToDouble(Vertex::y).max().orElse(0));
  }

  public double width() {
    return right - left;
  }

  public double height() {
    return bottom - top;
  }
}
