package org.palimpsest.evidence;

import java.nio.charset.StandardCharsets;

/**
 * Lengths that a container claims for its parts. The library that reads metadata makes room for a
 * part before it looks whether the part is there, so a file of a few bytes could ask for gigabytes.
 */
final class ClaimedLengths {
  private final byte[] file;

  ClaimedLengths(byte[] file) {
    this.file = file;
  }

  /** Whether the parts that the library takes whole lie in the file. */
  boolean fit(FileType type) {
    return switch (type) {
      case WEBP -> chunksFit();
      case PSD -> sectionsFit();
      case HEIC, AVIF -> boxesFit(0, file.length, 0);
      default -> true;
    };
  }

  private boolean chunksFit() {
    long at = 12;
    while (at + 8 <= file.length) {
      long length = Integer.toUnsignedLong(Integer.reverseBytes(word(at + 4)));
      at += 8 + length + (length & 1);
    }
    return at <= file.length + 1L; // the last one's padding may be missing
  }

  /** Colour mode data, image resources, layers: each a length and that many bytes. */
  private boolean sectionsFit() {
    long at = 26;
    for (int section = 0; section < 2; section++) {
      if (at + 4 > file.length) {
        return false;
      }
      at += 4 + Integer.toUnsignedLong(word(at));
    }
    return at <= file.length;
  }

  private boolean boxesFit(long from, long to, int depth) {
    long at = from;
    while (at + 8 <= to) {
      long size = Integer.toUnsignedLong(word(at));
      boolean toEnd = size == 0;
      if (toEnd || size == 1) {
        return size != 1 || depth == 0; // long boxes hold pixels and stand on the top level
      }
      if (size < 8 || at + size > to) {
        return false;
      }
      String type = new String(file, (int) at + 4, 4, StandardCharsets.ISO_8859_1);
      int head = type.equals("meta") ? 12 : 8;
      boolean nested = type.equals("meta") || type.equals("iprp") || type.equals("ipco");
      if (nested && depth < 4 && !boxesFit(at + head, at + size, depth + 1)) {
        return false;
      }
      at += size;
    }
    return true;
  }

  private int word(long at) {
    int from = (int) at;
    return (file[from] & 0xff) << 24
        | (file[from + 1] & 0xff) << 16
        | (file[from + 2] & 0xff) << 8
        | (file[from + 3] & 0xff);
  }
}
