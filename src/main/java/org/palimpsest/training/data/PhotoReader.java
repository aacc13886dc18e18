package org.palimpsest.training.data;

import java.io.IOException;
import java.nio.file.Path;
import org.palimpsest.imaging.RgbImage;

/** Reads a photograph's upright pixels. */
@FunctionalInterface
public interface PhotoReader {
  /**
   * The pixels of a file.
   *
   * @throws IOException if it cannot be read or is no picture
   */
  RgbImage read(Path file) throws IOException;
}
