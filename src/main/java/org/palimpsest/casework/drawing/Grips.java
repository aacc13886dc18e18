package org.palimpsest.casework.drawing;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.casework.store.Shape.Vertex;

/**
 * The places by which a shape is changed: the corners and edge middles of a rectangle or an
 * ellipse, the corners of a polygon, the ends of an arrow. A painted mask and a text have none.
 */
public final class Grips {
  private Grips() {}

  /** The places, in an order that {@link #dragged} knows them by. */
  public static List<Vertex> of(Shape shape) {
    return switch (shape) {
      case Shape.Rectangle rectangle -> frame(Extent.of(rectangle));
      case Shape.Ellipse ellipse -> frame(Extent.of(ellipse));
      case Shape.Polygon polygon -> polygon.vertices();
      case Shape.Arrow a -> List.of(new Vertex(a.fromX(), a.fromY()), new Vertex(a.toX(), a.toY()));
      case Shape.Brush brush -> List.of();
      case Shape.Text text -> List.of();
    };
  }

  /** The shape with one of its places moved. */
  public static Shape dragged(Shape shape, int grip, double x, double y) {
    return switch (shape) {
      case Shape.Rectangle rectangle -> {
        Extent e = dragged(Extent.of(rectangle), grip, x, y);
        yield new Shape.Rectangle(e.left(), e.top(), e.width(), e.height());
      }
      case Shape.Ellipse ellipse -> {
        Extent e = dragged(Extent.of(ellipse), grip, x, y);
        yield new Shape.Ellipse(e.left(), e.top(), e.width(), e.height());
      }
      case Shape.Polygon polygon -> {
        List<Vertex> vertices = new ArrayList<>(polygon.vertices());
        vertices.set(grip, new Vertex(x, y));
        yield new Shape.Polygon(vertices);
      }
      case Shape.Arrow a ->
          grip == 0
              ? new Shape.Arrow(x, y, a.toX(), a.toY())
              : new Shape.Arrow(a.fromX(), a.fromY(), x, y);
      case Shape.Brush brush -> brush;
      case Shape.Text text -> text;
    };
  }

  /** Clockwise from the upper left corner, corners and middles in turns. */
  private static List<Vertex> frame(Extent e) {
    double middleX = (e.left() + e.right()) / 2;
    double middleY = (e.top() + e.bottom()) / 2;
    return List.of(
        new Vertex(e.left(), e.top()),
        new Vertex(middleX, e.top()),
        new Vertex(e.right(), e.top()),
        new Vertex(e.right(), middleY),
        new Vertex(e.right(), e.bottom()),
        new Vertex(middleX, e.bottom()),
        new Vertex(e.left(), e.bottom()),
        new Vertex(e.left(), middleY));
  }

  private static Extent dragged(Extent e, int grip, double x, double y) {
    boolean left = grip == 0 || grip == 6 || grip == 7;
    boolean right = grip >= 2 && grip <= 4;
    boolean top = grip <= 2;
    boolean bottom = grip >= 4 && grip <= 6;
    return Extent.between(
        left ? x : e.left(), top ? y : e.top(), right ? x : e.right(), bottom ? y : e.bottom());
  }
}
