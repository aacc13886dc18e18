package org.palimpsest.ui.annotation;

import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.palimpsest.imaging.RgbImage;

/** The pixels of a picture of a window. */
final class Snapshot {
  private Snapshot() {}

  static RgbImage pixels(Image image) {
    RgbImage pixels = RgbImage.black((int) image.getWidth(), (int) image.getHeight());
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        Color colour = image.getPixelReader().getColor(x, y);
        int at = (y * pixels.width() + x) * 3;
        pixels.rgb()[at] = (byte) Math.round(colour.getRed() * 255);
        pixels.rgb()[at + 1] = (byte) Math.round(colour.getGreen() * 255);
        pixels.rgb()[at + 2] = (byte) Math.round(colour.getBlue() * 255);
      }
    }
    return pixels;
  }
}
