package org.palimpsest.ui.viewer;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.heatmap.LegendStrip;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.settings.Messages;

/**
 * Writes what is seen as a PNG, with the legend below it where a map is seen. The file appears
 * whole or not at all, and never in the place of the exhibit.
 */
record ViewExport(Messages messages) {
  void write(RgbImage seen, @Nullable LegendStrip legend, Path target, Optional<Path> exhibit)
      throws ExportException {
    try {
      if (exhibit.isPresent() && Files.exists(target) && Files.isSameFile(target, exhibit.get())) {
        throw new ExportException(
            "VIE-02", messages.text("viewer.export.exhibit", target.getFileName()), null);
      }
      RgbImage picture = legend == null ? seen : legend.below(seen);
      AtomicFile.write(target.toAbsolutePath(), Png.encode(picture));
    } catch (IOException e) {
      throw new ExportException(
          "VIE-01", messages.text("viewer.export.failed", target.getFileName()), e);
    }
  }

  /** The pixels of an opaque image of the toolkit. */
  static RgbImage pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(
            0, 0, width, height, PixelFormat.getIntArgbPreInstance(), IntBuffer.wrap(argb), width);
    byte[] rgb = new byte[3 * argb.length];
    for (int i = 0; i < argb.length; i++) {
      rgb[3 * i] = (byte) (argb[i] >> 16);
      rgb[3 * i + 1] = (byte) (argb[i] >> 8);
      rgb[3 * i + 2] = (byte) argb[i];
    }
    return new RgbImage(width, height, rgb);
  }
}
