package org.palimpsest.heatmap;

import java.util.List;

/** What is summed up over the pixels of one connected part while the rows are read. */
final class Component {
  private final Point start;
  private int left;
  private int right;
  private final int top;
  private int bottom;
  private long area;
  private float peak = Float.NEGATIVE_INFINITY;
  private double sum;

  /** A part that starts with a run of pixels; no other part holds a pixel before it. */
  Component(Point start) {
    this.start = start;
    left = start.x();
    right = start.x();
    top = start.y();
    bottom = start.y();
  }

  void add(float value) {
    area++;
    sum += value;
    peak = Math.max(peak, value);
  }

  void span(int from, int to, int row) {
    left = Math.min(left, from);
    right = Math.max(right, to);
    bottom = Math.max(bottom, row);
  }

  /** Takes a part over that turned out to be connected; this one started first. */
  void absorb(Component other) {
    left = Math.min(left, other.left);
    right = Math.max(right, other.right);
    bottom = Math.max(bottom, other.bottom);
    area += other.area;
    sum += other.sum;
    peak = Math.max(peak, other.peak);
  }

  boolean startsBefore(Component other) {
    return start.y() < other.start.y()
        || (start.y() == other.start.y() && start.x() < other.start.x());
  }

  /** The first pixel of the part in reading order. */
  Point start() {
    return start;
  }

  long area() {
    return area;
  }

  Region region(List<Point> outline) {
    Box box = new Box(left, top, right - left + 1, bottom - top + 1);
    return new Region(box, area, peak, (float) (sum / area), outline);
  }
}
