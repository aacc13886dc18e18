package org.palimpsest.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;

/** Pictures of windows in {@code target/screenshots}, for people to look at. */
public final class Screenshots {
  private Screenshots() {}

  /** Called on the thread that owns the window. */
  public static void write(String name, Scene scene) {
    WritableImage image = scene.snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    RgbImage pixels = RgbImage.black(width, height);
    PixelReader reader = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int argb = reader.getArgb(x, y);
        int at = (y * width + x) * 3;
        pixels.rgb()[at] = (byte) (argb >> 16);
        pixels.rgb()[at + 1] = (byte) (argb >> 8);
        pixels.rgb()[at + 2] = (byte) argb;
      }
    }
    try {
      Path folder = Files.createDirectories(Path.of("target", "screenshots"));
      Files.write(folder.resolve(name + ".png"), Png.encode(pixels));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
