package org.palimpsest.report.document;

import java.nio.file.Path;

/**
 * A picture of a report, kept in a file so that a report of a thousand needs no memory for them.
 *
 * @param file a JPEG or PNG in the report's working folder
 * @param alt what it shows, for those who cannot see it
 * @param width pixels per row
 * @param height rows
 */
public record Picture(Path file, String alt, int width, int height) {
  /** The media type by the file's ending. */
  public String type() {
    return file.toString().endsWith(".png") ? "image/png" : "image/jpeg";
  }
}
