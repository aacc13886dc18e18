package org.palimpsest.casework.drawing;

import org.palimpsest.casework.store.Shape;
import org.palimpsest.casework.store.Shape.Vertex;

/** Shapes moved as a whole. */
public final class Moves {
  private Moves() {}

  /** The shape elsewhere; a painted mask moves by whole pixels. */
  public static Shape moved(Shape shape, double dx, double dy) {
    return switch (shape) {
      case Shape.Rectangle r -> new Shape.Rectangle(r.x() + dx, r.y() + dy, r.width(), r.height());
      case Shape.Ellipse e -> new Shape.Ellipse(e.x() + dx, e.y() + dy, e.width(), e.height());
      case Shape.Polygon p ->
          new Shape.Polygon(
              p.vertices().stream().map(v -> new Vertex(v.x() + dx, v.y() + dy)).toList());
      case Shape.Brush b ->
          new Shape.Brush(
              b.x() + (int) Math.round(dx),
              b.y() + (int) Math.round(dy),
              b.width(),
              b.height(),
              b.runs());
      case Shape.Arrow a ->
          new Shape.Arrow(a.fromX() + dx, a.fromY() + dy, a.toX() + dx, a.toY() + dy);
      case Shape.Text t -> new Shape.Text(t.x() + dx, t.y() + dy);
    };
  }

  /** The shape moved, but so that all of it stays on a picture it fits on. */
  public static Shape movedWithin(Shape shape, double dx, double dy, int width, int height) {
    Extent e = Extent.of(shape);
    return moved(
        shape, held(dx, e.left(), e.right(), width), held(dy, e.top(), e.bottom(), height));
  }

  private static double held(double by, double low, double high, int length) {
    double least = -low;
    double most = length - high;
    return least <= most ? Math.clamp(by, least, most) : 0;
  }
}
