package org.palimpsest.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.palimpsest.imaging.DecodeException.Reason;

/** A TIFF's pages, and the kinds of TIFF whose values the decoder returns wrongly. */
final class TiffPages {
  private static final Set<Long> DEPTHS = Set.of(1L, 2L, 4L, 8L, 16L, 32L);

  /** CIELab, ICCLab and ITULab. */
  private static final Set<Long> LAB = Set.of(8L, 9L, 10L);

  private final byte[] bytes;
  private final TiffDirectory first;

  TiffPages(byte[] bytes) {
    this.bytes = bytes;
    this.first = new TiffDirectory(bytes);
  }

  Embedded read() throws DecodeException {
    if (first.has(TiffDirectory.DNG_VERSION)) {
      throw unsupported("Raw camera images (DNG) are not read.");
    }
    long bits = first.first(TiffDirectory.BITS_PER_SAMPLE).orElse(1);
    if (!DEPTHS.contains(bits)) {
      // Left unscaled by the decoder, 14 bits in 16 would come out nearly black.
      throw unsupported("TIFF images of %d bits a sample are not read.".formatted(bits));
    }
    if (LAB.contains(first.value(TiffDirectory.PHOTOMETRIC_INTERPRETATION).orElse(-1))) {
      throw unsupported("TIFF images in Lab colours are not read.");
    }
    List<String> notes = new ArrayList<>();
    if ((first.value(TiffDirectory.NEW_SUBFILE_TYPE).orElse(0) & 1) == 1) {
      notes.add("The TIFF's first page is a preview of reduced size.");
    }
    if (first.hasNext()) {
      notes.add("The TIFF has several pages; the first was read.");
    }
    return new Embedded(bytes, null, notes, bytes);
  }

  private static DecodeException unsupported(String sentence) {
    return new DecodeException(Reason.UNSUPPORTED, sentence, null);
  }
}
