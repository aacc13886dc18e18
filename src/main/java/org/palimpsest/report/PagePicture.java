package org.palimpsest.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A thumbnail that is read only while the page is written.
 *
 * @param file JPEG file in the output folder
 * @param caption what it shows
 */
public record PagePicture(Path file, String caption) {
  /** Whether it can be embedded; someone may have removed the file since. */
  public boolean isPresent() {
    return Files.isReadable(file);
  }

  /** The picture as a data URI. */
  public String uri() {
    try {
      return "data:image/jpeg;base64,"
          + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
