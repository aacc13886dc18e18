package org.palimpsest.ui.viewer;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.palimpsest.imaging.RgbImage;

/** A magnifier beside the pointer: the original's pixels as squares, the pixel meant framed. */
final class Loupe extends Canvas {
  /** Screen pixels per pixel of the picture. */
  static final int SIZE = 8;

  private static final int PIXELS = 21;
  private static final int BORDER = 2;
  private static final int SIDE = PIXELS * SIZE + 2 * BORDER;
  private static final double DISTANCE = 20;

  private final WritableImage pixels = new WritableImage(PIXELS, PIXELS);

  Loupe() {
    super(SIDE, SIDE);
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
  }

  /** Shows the surroundings of a pixel beside a place of the viewport. */
  void show(RgbImage image, Readout at, double x, double y, double width, double height) {
    PixelWriter writer = pixels.getPixelWriter();
    int half = PIXELS / 2;
    for (int row = 0; row < PIXELS; row++) {
      for (int column = 0; column < PIXELS; column++) {
        writer.setArgb(column, row, argb(image, at.x() - half + column, at.y() - half + row));
      }
    }
    GraphicsContext graphics = getGraphicsContext2D();
    graphics.setFill(Color.rgb(16, 20, 24));
    graphics.fillRect(0, 0, SIDE, SIDE);
    graphics.setImageSmoothing(false);
    graphics.drawImage(pixels, BORDER, BORDER, PIXELS * SIZE, PIXELS * SIZE);
    graphics.setLineWidth(1);
    double frame = BORDER + half * SIZE;
    graphics.setStroke(Color.BLACK);
    graphics.strokeRect(frame - 1.5, frame - 1.5, SIZE + 3, SIZE + 3);
    graphics.setStroke(Color.WHITE);
    graphics.strokeRect(frame - 0.5, frame - 0.5, SIZE + 1, SIZE + 1);
    relocate(beside(x, width), beside(y, height));
    setVisible(true);
  }

  private static double beside(double place, double length) {
    double after = place + DISTANCE;
    return Math.round(after + SIDE <= length ? after : Math.max(0, place - DISTANCE - SIDE));
  }

  private static int argb(RgbImage image, int x, int y) {
    if (x < 0 || y < 0 || x >= image.width() || y >= image.height()) {
      return 0xff808080;
    }
    return 0xff000000
        | image.value(x, y, 0) << 16
        | image.value(x, y, 1) << 8
        | image.value(x, y, 2);
  }
}
