package org.palimpsest.casework;

import java.util.List;
import org.palimpsest.imaging.DecodedImage;

/**
 * The picture that was decoded from a file.
 *
 * @param width pixels per row, upright
 * @param height rows, upright
 * @param format file format as decoded
 * @param decoder which decoder read it, with its version
 * @param orientation the turn that was applied to make it upright
 * @param notes what a reader of the result should know of the decoding
 */
public record PictureFacts(
    int width, int height, String format, String decoder, String orientation, List<String> notes) {
  public PictureFacts {
    notes = List.copyOf(notes);
  }

  /** The facts of the same picture at another size. */
  PictureFacts resized(int newWidth, int newHeight) {
    return new PictureFacts(newWidth, newHeight, format, decoder, orientation, notes);
  }

  static PictureFacts of(DecodedImage image) {
    return new PictureFacts(
        image.pixels().width(),
        image.pixels().height(),
        image.format(),
        image.decoder(),
        image.orientation().name(),
        image.notes());
  }
}
