package org.palimpsest.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;

/** Pieces of the shipped samples, each one input of the network, so that tests stay quick. */
final class SmallPictures {
  private static final int SIDE = 480;

  private SmallPictures() {}

  /** Cuts the middle out of a sample. */
  static Path of(String sample, Path folder) throws Exception {
    RgbImage whole =
        ImageDecoder.decode(Files.readAllBytes(WindowFixture.SAMPLES.resolve(sample))).pixels();
    int side = Math.min(SIDE, Math.min(whole.width(), whole.height()));
    int left = (whole.width() - side) / 2;
    int top = (whole.height() - side) / 2;
    RgbImage piece = RgbImage.black(side, side);
    for (int y = 0; y < side; y++) {
      System.arraycopy(
          whole.rgb(),
          ((top + y) * whole.width() + left) * 3,
          piece.rgb(),
          y * side * 3,
          side * 3);
    }
    return write(piece, folder.resolve(sample));
  }

  private static Path write(RgbImage image, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, Jpeg.encode(image, 92, Subsampling.S444));
  }
}
