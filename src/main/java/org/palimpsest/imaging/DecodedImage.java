package org.palimpsest.imaging;

import java.util.List;

/**
 * An image as it was read, with what a reader of the record must know about the reading.
 *
 * @param pixels upright, 8-bit sRGB
 * @param format the container by its signature, for example {@code JPEG}
 * @param decoder name and version of what turned bytes into pixels
 * @param orientation how the pixels were stored; already undone in {@code pixels}
 * @param notes full sentences: conversions that changed values, what was left out, the decoder's
 *     warnings; empty when nothing is worth saying
 */
public record DecodedImage(
    RgbImage pixels, String format, String decoder, Orientation orientation, List<String> notes) {
  public DecodedImage {
    notes = List.copyOf(notes);
  }
}
