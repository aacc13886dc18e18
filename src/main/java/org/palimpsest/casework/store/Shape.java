package org.palimpsest.casework.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What an annotation draws, in pixels of the upright original: (0, 0) is the upper left corner of
 * the upper left pixel, (0.5, 0.5) its middle.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Shape.Rectangle.class, name = "rectangle"),
  @JsonSubTypes.Type(value = Shape.Ellipse.class, name = "ellipse"),
  @JsonSubTypes.Type(value = Shape.Polygon.class, name = "polygon"),
  @JsonSubTypes.Type(value = Shape.Brush.class, name = "brush"),
  @JsonSubTypes.Type(value = Shape.Arrow.class, name = "arrow"),
  @JsonSubTypes.Type(value = Shape.Text.class, name = "text")
})
public sealed interface Shape {
  /** An upright rectangle by its upper left corner. */
  record Rectangle(double x, double y, double width, double height) implements Shape {}

  /** An ellipse by the upright rectangle around it. */
  record Ellipse(double x, double y, double width, double height) implements Shape {}

  /** A closed polygon. */
  record Polygon(List<Vertex> vertices) implements Shape {
    public Polygon {
      if (vertices.size() < 3) {
        throw new IllegalArgumentException("A polygon has three corners at least");
      }
      vertices = List.copyOf(vertices);
    }
  }

  /** A corner of a polygon. */
  record Vertex(double x, double y) {}

  /**
   * A painted mask: within a box of whole pixels, read row by row, the lengths of runs of unpainted
   * and painted pixels in turns, beginning with unpainted (which may be 0 long).
   */
  record Brush(int x, int y, int width, int height, List<Integer> runs) implements Shape {
    public Brush {
      runs = List.copyOf(runs);
      long covered = runs.stream().mapToLong(Integer::longValue).sum();
      if (width < 1 || height < 1 || covered != (long) width * height) {
        throw new IllegalArgumentException(
            "The runs of a mask of %d x %d pixels cover %d".formatted(width, height, covered));
      }
    }
  }

  /** An arrow from its tail to its head. */
  record Arrow(double fromX, double fromY, double toX, double toY) implements Shape {}

  /** A place for the annotation's label. */
  record Text(double x, double y) implements Shape {}
}
