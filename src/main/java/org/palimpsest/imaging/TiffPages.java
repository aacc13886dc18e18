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

  private static final int SIGNED = 2;
  private static final int MOST_PAGES = 10_000;
  private static final int MOST_PARTS = 1_000_000;

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
    if (first.first(TiffDirectory.SAMPLE_FORMAT).orElse(1) == SIGNED) {
      throw unsupported("TIFF images with signed samples are not read.");
    }
    List<String> notes = new ArrayList<>();
    if ((first.value(TiffDirectory.NEW_SUBFILE_TYPE).orElse(0) & 1) == 1) {
      notes.add("The TIFF's first page is a preview of reduced size.");
    }
    TiffDirectory.Chain chain = first.chain(MOST_PAGES);
    int pages = chain.pages();
    if (pages > 1) {
      notes.add(
          "The TIFF has %s%d pages; the first was read."
              .formatted(pages == MOST_PAGES ? "at least " : "", pages));
    }
    if (chain.circular()) {
      notes.add("The TIFF's chain of pages leads back to an earlier one.");
    }
    missing(TiffDirectory.STRIP_OFFSETS, TiffDirectory.STRIP_BYTE_COUNTS, notes);
    missing(TiffDirectory.TILE_OFFSETS, TiffDirectory.TILE_BYTE_COUNTS, notes);
    return new Embedded(bytes, null, 0, notes, bytes);
  }

  /** Some decoders of compressed strips go on in silence where the data end. */
  private void missing(int offsets, int lengths, List<String> notes) {
    long parts = Math.min(first.count(offsets), MOST_PARTS);
    long outside = 0;
    for (long i = 0; i < parts; i++) {
      long from = first.value(offsets, i).orElse(-1);
      long length = first.value(lengths, i).orElse(0);
      if (from < 0 || from > bytes.length || length > bytes.length - from) {
        outside++;
      }
    }
    if (outside > 0) {
      notes.add(
          "%d of the picture's %d parts do not lie wholly in the file.".formatted(outside, parts));
    }
  }

  private static DecodeException unsupported(String sentence) {
    return new DecodeException(Reason.UNSUPPORTED, sentence, null);
  }
}
