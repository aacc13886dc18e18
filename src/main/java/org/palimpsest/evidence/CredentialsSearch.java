package org.palimpsest.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Looks for a manifest of content credentials where the C2PA specification (version 2, "Embedding
 * manifests") puts it in each format. What is in it is not read.
 */
final class CredentialsSearch {
  private static final byte[] MEDIA_BOX =
      HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");

  private static final int APP11 = 0xeb;

  /** A JUMBF superbox begins with its description, which begins with its type. */
  private static final int HEAD = 64;

  private final byte[] file;

  CredentialsSearch(byte[] file) {
    this.file = file;
  }

  /** Whether a manifest is embedded; for TIFF the caller looks at the directory. */
  Credentials in(FileType type) {
    boolean found =
        switch (type) {
          case JPEG -> inJpeg();
          case PNG -> hasChunk("caBX", 8, 4, 0, 12, false);
          case WEBP -> hasChunk("C2PA", 12, 0, 4, 8, true);
          case HEIC, AVIF -> inMediaFile();
          case GIF -> indexOf("!\u00ff\u000bC2PA_GIF", 0, file.length) >= 0;
          case TIFF, BMP, PSD, UNKNOWN -> false;
        };
    if (found) {
      return Credentials.PRESENT_NOT_VALIDATED;
    }
    return switch (type) {
      case BMP, PSD, UNKNOWN -> Credentials.NOT_LOOKED_FOR;
      default -> Credentials.ABSENT;
    };
  }

  private boolean inJpeg() {
    for (JpegSegment segment : JpegSegment.in(file)) {
      int end = Math.min(segment.to(), segment.from() + HEAD);
      if (segment.marker() == APP11
          && segment.starts(file, "JP")
          && indexOf("jumb", segment.from(), end) >= 0
          && indexOf("c2pa", segment.from(), end) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a chain of chunks has one of this type.
   *
   * @param at where the first chunk begins
   * @param typeAt where in a chunk its type stands
   * @param lengthAt where in a chunk its length stands
   * @param overhead bytes of a chunk beside its content
   * @param riff little-endian lengths and content padded to even lengths
   */
  private boolean hasChunk(
      String type, int at, int typeAt, int lengthAt, int overhead, boolean riff) {
    long chunk = at;
    while (chunk + 8 <= file.length) {
      if (indexOf(type, (int) chunk + typeAt, (int) chunk + typeAt + 4) >= 0) {
        return true;
      }
      long length = number((int) chunk + lengthAt, riff);
      chunk += overhead + length + (riff ? length & 1 : 0);
    }
    return false;
  }

  /** A box of the ISO base media file format with an identifier of its own, on the top level. */
  private boolean inMediaFile() {
    long box = 0;
    while (box + 24 <= file.length) {
      int at = (int) box;
      if (indexOf("uuid", at + 4, at + 8) >= 0
          && Arrays.equals(file, at + 8, at + 24, MEDIA_BOX, 0, 16)) {
        return true;
      }
      long size = number(at, false);
      if (size < 8) { // to the end of the file, or longer than any exhibit
        return false;
      }
      box += size;
    }
    return false;
  }

  private long number(int at, boolean littleEndian) {
    long value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | (file[at + (littleEndian ? 3 - i : i)] & 0xff);
    }
    return value;
  }

  private int indexOf(String text, int from, int to) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = from; at + wanted.length <= Math.min(to, file.length); at++) {
      if (Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
