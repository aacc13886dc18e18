package org.palimpsest.heatmap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Drops the corners of a closed polygon that lie within a distance of the simplified line (Ramer
 * 1972; Douglas and Peucker 1973), without recursion: an outline may have a million corners.
 *
 * @param tolerance largest distance of a dropped corner, in pixels
 */
record PolygonSimplifier(double tolerance) {
  private record Span(int from, int to) {}

  List<Point> simplify(List<Point> ring) {
    if (ring.size() <= 4) {
      return ring;
    }
    List<Point> closed = new ArrayList<>(ring);
    closed.add(ring.getFirst());
    int far = farthestFromStart(ring);
    boolean[] kept = new boolean[closed.size()];
    kept[0] = true;
    kept[far] = true;
    Deque<Span> open = new ArrayDeque<>(List.of(new Span(0, far), new Span(far, ring.size())));
    while (!open.isEmpty()) {
      Span span = open.pop();
      int middle = farthest(closed, span);
      if (middle > 0) {
        kept[middle] = true;
        open.push(new Span(span.from(), middle));
        open.push(new Span(middle, span.to()));
      }
    }
    List<Point> simple = new ArrayList<>();
    for (int i = 0; i < ring.size(); i++) {
      if (kept[i]) {
        simple.add(ring.get(i));
      }
    }
    return simple;
  }

  private static int farthestFromStart(List<Point> ring) {
    Point start = ring.getFirst();
    int far = 0;
    double best = -1;
    for (int i = 1; i < ring.size(); i++) {
      double distance = Math.hypot(ring.get(i).x() - start.x(), ring.get(i).y() - start.y());
      if (distance > best) {
        best = distance;
        far = i;
      }
    }
    return far;
  }

  /** The corner farthest from the chord, or 0 when all lie within the tolerance. */
  private int farthest(List<Point> closed, Span span) {
    Point a = closed.get(span.from());
    Point b = closed.get(span.to());
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double length = Math.hypot(dx, dy);
    int far = 0;
    double best = tolerance;
    for (int i = span.from() + 1; i < span.to(); i++) {
      double px = closed.get(i).x() - a.x();
      double py = closed.get(i).y() - a.y();
      double distance = length == 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
      if (distance > best) {
        best = distance;
        far = i;
      }
    }
    return far;
  }
}
