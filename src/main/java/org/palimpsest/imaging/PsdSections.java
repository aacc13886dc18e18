package org.palimpsest.imaging;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.imaging.DecodeException.Reason;

/**
 * The head of a Photoshop document (Adobe Photoshop File Formats Specification): whether it holds a
 * composite picture, and in which colours.
 */
final class PsdSections {
  private static final int MERGED = 1057;
  private static final int GRAY = 1;
  private static final int RGB = 3;
  private static final int CMYK = 4;
  private static final int DUOTONE = 8;

  private final Bytes file;
  private final List<String> notes = new ArrayList<>();

  PsdSections(byte[] bytes) {
    file = new Bytes(bytes, false);
  }

  List<String> notes() throws DecodeException {
    long depth = file.number(22, 2);
    if (depth == 32) {
      throw unsupported("Photoshop documents with floating-point samples are not read.");
    }
    long mode = file.number(24, 2);
    if (mode > DUOTONE || mode == 7) {
      throw unsupported("Photoshop documents in Lab or multichannel colours are not read.");
    }
    if (mode == DUOTONE) {
      notes.add("The document is a duotone; its gray values were read without the ink curves.");
    }
    if (hasNoComposite()) {
      throw unsupported(
          "The Photoshop document was saved without a composite picture; layers are not merged.");
    }
    notes.add("The Photoshop document's stored composite was read; its layers were not looked at.");
    int usual = mode == CMYK ? 4 : mode == RGB ? 3 : 1;
    long channels = file.number(12, 2);
    if (channels > usual && (mode == GRAY || mode == RGB || mode == CMYK)) {
      notes.add(
          "The document has %d channels beyond its colours (transparency or saved selections)."
              .formatted(channels - usual));
    }
    return notes;
  }

  private boolean hasNoComposite() {
    long at = 26;
    at += 4 + Math.max(0, file.number(at, 4));
    long end = Math.min(file.length(), at + 4 + file.number(at, 4));
    at += 4;
    while (at + 12 <= end && file.has(at, "8BIM")) {
      long name = 1 + file.number(at + 6, 1);
      long size = at + 6 + name + (name & 1);
      long length = file.number(size, 4);
      if (length < 0) {
        break;
      }
      if (file.number(at + 4, 2) == MERGED && length >= 5) {
        return file.number(size + 8, 1) == 0;
      }
      at = size + 4 + length + (length & 1);
    }
    return false;
  }

  private static DecodeException unsupported(String sentence) {
    return new DecodeException(Reason.UNSUPPORTED, sentence, null);
  }
}
