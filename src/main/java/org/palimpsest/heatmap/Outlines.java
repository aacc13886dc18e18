package org.palimpsest.heatmap;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.imaging.FloatMap;

/**
 * Follows the outer edge of a connected part along the edges of its pixels, inside on the right
 * hand, and simplifies the polygon (Ramer 1972; Douglas and Peucker 1973) to within one pixel, or
 * 1/256 of the part's longer side where that is more.
 */
final class Outlines {
  private static final int[] STEP_X = {1, 0, -1, 0};
  private static final int[] STEP_Y = {0, 1, 0, -1};

  private final FloatMap map;
  private final float threshold;

  Outlines(FloatMap map, float threshold) {
    this.map = map;
    this.threshold = threshold;
  }

  /**
   * The outline of the part.
   *
   * @param start its first pixel in reading order
   */
  List<Point> around(Point start) {
    List<Point> corners = corners(start);
    int[] span = span(corners);
    double tolerance = Math.max(1, Math.max(span[0], span[1]) / 256.0);
    return new PolygonSimplifier(tolerance).simplify(corners);
  }

  private List<Point> corners(Point start) {
    List<Point> corners = new ArrayList<>();
    int x = start.x();
    int y = start.y();
    int direction = 0;
    do {
      corners.add(new Point(x, y));
      do {
        x += STEP_X[direction];
        y += STEP_Y[direction];
      } while (isStraight(x, y, direction));
      direction = turn(x, y, direction);
    } while (x != start.x() || y != start.y() || direction != 0);
    return corners;
  }

  /** At a corner the pixel ahead on the left is looked at first: parts meet over corners. */
  private int turn(int x, int y, int direction) {
    if (ahead(x, y, direction, true)) {
      return (direction + 3) % 4;
    }
    return ahead(x, y, direction, false) ? direction : (direction + 1) % 4;
  }

  private boolean isStraight(int x, int y, int direction) {
    return turn(x, y, direction) == direction;
  }

  /** Whether the pixel ahead of a corner, left or right of the way, is above the threshold. */
  private boolean ahead(int x, int y, int direction, boolean left) {
    int column =
        switch (direction) {
          case 0 -> x;
          case 2 -> x - 1;
          case 1 -> left ? x : x - 1;
          default -> left ? x - 1 : x;
        };
    int row =
        switch (direction) {
          case 1 -> y;
          case 3 -> y - 1;
          case 0 -> left ? y - 1 : y;
          default -> left ? y : y - 1;
        };
    return column >= 0
        && row >= 0
        && column < map.width()
        && row < map.height()
        && map.at(column, row) > threshold;
  }

  private static int[] span(List<Point> corners) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    for (Point corner : corners) {
      left = Math.min(left, corner.x());
      top = Math.min(top, corner.y());
      right = Math.max(right, corner.x());
      bottom = Math.max(bottom, corner.y());
    }
    return new int[] {right - left, bottom - top};
  }
}
