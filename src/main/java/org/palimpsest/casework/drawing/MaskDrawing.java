package org.palimpsest.casework.drawing;

import java.util.List;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.imaging.Mask;

/**
 * The areas an examiner has drawn as one binary mask of the upright original, as training reads it:
 * a pixel is marked when its middle lies in a rectangle, an ellipse, a polygon (even-odd) or on a
 * painted place. Arrows and texts mark no area.
 */
public final class MaskDrawing {
  private MaskDrawing() {}

  /** Whether a shape marks an area at all. */
  public static boolean isArea(Shape shape) {
    return switch (shape) {
      case Shape.Rectangle rectangle -> true;
      case Shape.Ellipse ellipse -> true;
      case Shape.Polygon polygon -> true;
      case Shape.Brush brush -> true;
      case Shape.Arrow arrow -> false;
      case Shape.Text text -> false;
    };
  }

  /** The mask of a picture of this size. */
  public static Mask of(List<Shape> shapes, int width, int height) {
    Mask mask = Mask.empty(width, height);
    for (Shape shape : shapes) {
      if (isArea(shape)) {
        draw(shape, mask);
      }
    }
    return mask;
  }

  private static void draw(Shape shape, Mask mask) {
    if (shape instanceof Shape.Brush brush) {
      draw(brush, mask);
      return;
    }
    Extent extent = Extent.of(shape);
    int top = Math.max(0, (int) Math.floor(extent.top()));
    int bottom = Math.min(mask.height(), (int) Math.ceil(extent.bottom()));
    int left = Math.max(0, (int) Math.floor(extent.left()));
    int right = Math.min(mask.width(), (int) Math.ceil(extent.right()));
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        if (Hits.hit(shape, x + 0.5, y + 0.5, 0)) {
          mask.values()[y * mask.width() + x] = 1;
        }
      }
    }
  }

  private static void draw(Shape.Brush brush, Mask mask) {
    PaintedRows rows = new PaintedRows(brush);
    for (int y = Math.max(0, -brush.y()); y < brush.height(); y++) {
      if (brush.y() + y >= mask.height()) {
        return;
      }
      for (int x = Math.max(0, -brush.x()); x < brush.width(); x++) {
        if (brush.x() + x < mask.width() && rows.at(x, y)) {
          mask.values()[(brush.y() + y) * mask.width() + brush.x() + x] = 1;
        }
      }
    }
  }
}
