package org.palimpsest.casework.drawing;

import java.util.Arrays;
import org.palimpsest.casework.store.Shape;

/** A painted mask as one byte a pixel of its box: 1 painted, 0 not. */
public final class PaintedRows {
  private final Shape.Brush brush;
  private final byte[] pixels;

  /** Unpacks a mask. */
  public PaintedRows(Shape.Brush brush) {
    this.brush = brush;
    pixels = new byte[Math.multiplyExact(brush.width(), brush.height())];
    int at = 0;
    boolean painted = false;
    for (int run : brush.runs()) {
      if (painted) {
        Arrays.fill(pixels, at, at + run, (byte) 1);
      }
      at += run;
      painted = !painted;
    }
  }

  /** Whether the pixel at a column and row of the box is painted. */
  public boolean at(int column, int row) {
    return pixels[row * brush.width() + column] != 0;
  }

  boolean isPainted(double x, double y) {
    int column = (int) Math.floor(x) - brush.x();
    int row = (int) Math.floor(y) - brush.y();
    return column >= 0
        && row >= 0
        && column < brush.width()
        && row < brush.height()
        && at(column, row);
  }
}
