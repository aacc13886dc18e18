package org.palimpsest.evidence;

import java.util.Locale;

/**
 * The small picture that Exif data carry.
 *
 * @param width pixels per row
 * @param height rows
 * @param bytes length of its data
 * @param aspectDisagrees whether its sides are in another ratio than the picture's
 */
public record EmbeddedThumbnail(int width, int height, int bytes, boolean aspectDisagrees) {
  /** Thumbnails are rounded to whole pixels; more than this is another shape (2 %). */
  private static final double TOLERANCE = 0.02;

  static EmbeddedThumbnail of(JpegStructure thumbnail, int bytes, JpegStructure picture) {
    double ratio = (double) thumbnail.width() / thumbnail.height();
    double expected = (double) picture.width() / picture.height();
    double rounding = 1.0 / Math.min(thumbnail.width(), thumbnail.height());
    boolean disagrees = Math.abs(ratio / expected - 1) > Math.max(TOLERANCE, rounding);
    return new EmbeddedThumbnail(thumbnail.width(), thumbnail.height(), bytes, disagrees);
  }

  /** As people read it. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "%d × %d, %,d bytes%s",
        width,
        height,
        bytes,
        aspectDisagrees ? "; its sides are in another ratio than the picture's" : "");
  }
}
