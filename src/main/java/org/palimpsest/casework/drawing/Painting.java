package org.palimpsest.casework.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.casework.store.Shape.Vertex;

/**
 * Paints with a round brush, or rubs out with it. A pixel is reached when its middle lies within
 * the radius of the way the brush went.
 *
 * @param radius in pixels of the original
 * @param width pixels of the picture: nothing is painted beside it
 * @param height pixels of the picture
 */
public record Painting(double radius, int width, int height) {
  /** The mask with a stroke added, or a new one; empty when the stroke reached no pixel. */
  public Optional<Shape.Brush> painted(Shape.@Nullable Brush before, List<Vertex> way) {
    Frame frame = around(way);
    return stroke(before == null ? frame : frame.with(before), before, way, (byte) 1);
  }

  /** The mask with a stroke rubbed out; empty when nothing of it is left. */
  public Optional<Shape.Brush> erased(Shape.Brush before, List<Vertex> way) {
    return stroke(Frame.of(before), before, way, (byte) 0);
  }

  private Frame around(List<Vertex> way) {
    int left = width;
    int top = height;
    int right = 0;
    int bottom = 0;
    for (Vertex place : way) {
      left = Math.min(left, (int) Math.floor(place.x() - radius));
      top = Math.min(top, (int) Math.floor(place.y() - radius));
      right = Math.max(right, (int) Math.ceil(place.x() + radius));
      bottom = Math.max(bottom, (int) Math.ceil(place.y() + radius));
    }
    return new Frame(
        Math.max(0, left), Math.max(0, top), Math.min(width, right), Math.min(height, bottom));
  }

  private Optional<Shape.Brush> stroke(
      Frame frame, Shape.@Nullable Brush before, List<Vertex> way, byte value) {
    if (frame.right() <= frame.left() || frame.bottom() <= frame.top()) {
      return Optional.empty();
    }
    byte[] pixels = new byte[Math.multiplyExact(frame.width(), frame.height())];
    if (before != null) {
      copy(before, frame, pixels);
    }
    Vertex last = way.getFirst();
    for (Vertex next : way) {
      reach(last, next, frame, pixels, value);
      last = next;
    }
    return packed(frame, pixels);
  }

  private static void copy(Shape.Brush before, Frame frame, byte[] pixels) {
    PaintedRows rows = new PaintedRows(before);
    for (int y = 0; y < before.height(); y++) {
      for (int x = 0; x < before.width(); x++) {
        if (rows.at(x, y)) {
          int row = before.y() + y - frame.top();
          pixels[row * frame.width() + before.x() + x - frame.left()] = 1;
        }
      }
    }
  }

  private void reach(Vertex from, Vertex to, Frame frame, byte[] pixels, byte value) {
    Frame box = around(List.of(from, to));
    for (int y = Math.max(box.top(), frame.top());
        y < Math.min(box.bottom(), frame.bottom());
        y++) {
      for (int x = Math.max(box.left(), frame.left());
          x < Math.min(box.right(), frame.right());
          x++) {
        if (Hits.toSegment(x + 0.5, y + 0.5, from.x(), from.y(), to.x(), to.y()) <= radius) {
          pixels[(y - frame.top()) * frame.width() + x - frame.left()] = value;
        }
      }
    }
  }

  /** The smallest box that holds what is painted, as runs. */
  private static Optional<Shape.Brush> packed(Frame frame, byte[] pixels) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = -1;
    int bottom = -1;
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i] != 0) {
        left = Math.min(left, i % frame.width());
        right = Math.max(right, i % frame.width());
        top = Math.min(top, i / frame.width());
        bottom = i / frame.width();
      }
    }
    if (right < 0) {
      return Optional.empty();
    }
    List<Integer> runs = new ArrayList<>();
    byte now = 0;
    int length = 0;
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        byte pixel = pixels[y * frame.width() + x];
        if (pixel != now) {
          runs.add(length);
          now = pixel;
          length = 0;
        }
        length++;
      }
    }
    runs.add(length);
    return Optional.of(
        new Shape.Brush(
            frame.left() + left, frame.top() + top, right - left + 1, bottom - top + 1, runs));
  }

  private record Frame(int left, int top, int right, int bottom) {
    static Frame of(Shape.Brush brush) {
      return new Frame(brush.x(), brush.y(), brush.x() + brush.width(), brush.y() + brush.height());
    }

    Frame with(Shape.Brush brush) {
      Frame other = of(brush);
      return new Frame(
          Math.min(left, other.left),
          Math.min(top, other.top),
          Math.max(right, other.right),
          Math.max(bottom, other.bottom));
    }

    int width() {
      return right - left;
    }

    int height() {
      return bottom - top;
    }
  }
}
