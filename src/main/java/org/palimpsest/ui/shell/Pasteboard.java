package org.palimpsest.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import org.palimpsest.imaging.RgbImage;

/** What lies on the clipboard that can be examined. */
final class Pasteboard {
  /** As much as the decoder takes from a file. */
  private static final long MAX_PIXELS = 200_000_000;

  private Pasteboard() {}

  static List<Path> files(Clipboard clipboard) {
    List<File> files = clipboard.getFiles();
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  /** The picture itself, as pixels. Transparency is dropped, as the decoder drops it. */
  static Optional<RgbImage> picture(Clipboard clipboard) {
    Image image = clipboard.getImage();
    if (image == null || image.isError() || image.getPixelReader() == null) {
      return Optional.empty();
    }
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    if (width < 1 || height < 1 || (long) width * height > MAX_PIXELS) {
      return Optional.empty();
    }
    return Optional.of(pixels(image, width, height));
  }

  static RgbImage pixels(Image image, int width, int height) {
    RgbImage picture = RgbImage.black(width, height);
    int[] row = new int[width];
    byte[] rgb = picture.rgb();
    int at = 0;
    for (int y = 0; y < height; y++) {
      image
          .getPixelReader()
          .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
      for (int argb : row) {
        rgb[at++] = (byte) (argb >> 16);
        rgb[at++] = (byte) (argb >> 8);
        rgb[at++] = (byte) argb;
      }
    }
    return picture;
  }
}
