package org.palimpsest.casework.drawing;

import java.util.List;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.casework.store.Shape.Vertex;

/** Whether a place belongs to a shape. */
public final class Hits {
  private Hits() {}

  /**
   * Whether a place lies in a shape or nearly so.
   *
   * @param near pixels of the original that count as nearly
   */
  public static boolean hit(Shape shape, double x, double y, double near) {
    return switch (shape) {
      case Shape.Rectangle rectangle -> inside(Extent.of(rectangle), x, y, near);
      case Shape.Ellipse ellipse -> inside(ellipse, x, y, near);
      case Shape.Polygon polygon ->
          inside(polygon.vertices(), x, y) || onEdge(polygon.vertices(), x, y, near);
      case Shape.Brush brush -> new PaintedRows(brush).isPainted(x, y);
      case Shape.Arrow a -> toSegment(x, y, a.fromX(), a.fromY(), a.toX(), a.toY()) <= near;
      case Shape.Text text -> Math.hypot(x - text.x(), y - text.y()) <= 3 * near;
    };
  }

  private static boolean inside(Extent e, double x, double y, double near) {
    return x >= e.left() - near
        && x <= e.right() + near
        && y >= e.top() - near
        && y <= e.bottom() + near;
  }

  private static boolean inside(Shape.Ellipse e, double x, double y, double near) {
    double dx = (x - e.x() - e.width() / 2) / (e.width() / 2 + near);
    double dy = (y - e.y() - e.height() / 2) / (e.height() / 2 + near);
    return dx * dx + dy * dy <= 1;
  }

  /** By the even-odd rule. */
  static boolean inside(List<Vertex> vertices, double x, double y) {
    boolean inside = false;
    Vertex last = vertices.getLast();
    for (Vertex next : vertices) {
      if ((next.y() > y) != (last.y() > y)
          && x < (last.x() - next.x()) * (y - next.y()) / (last.y() - next.y()) + next.x()) {
        inside = !inside;
      }
      last = next;
    }
    return inside;
  }

  private static boolean onEdge(List<Vertex> vertices, double x, double y, double near) {
    Vertex last = vertices.getLast();
    for (Vertex next : vertices) {
      if (toSegment(x, y, last.x(), last.y(), next.x(), next.y()) <= near) {
        return true;
      }
      last = next;
    }
    return false;
  }

  /** Distance of a place from a straight line between two others. */
  static double toSegment(double x, double y, double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : Math.clamp(((x - x0) * dx + (y - y0) * dy) / length, 0, 1);
    return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
  }
}
