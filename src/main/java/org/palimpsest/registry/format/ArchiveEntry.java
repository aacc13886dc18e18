package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What an archive's list states of one entry.
 *
 * @param flags bit 0: encrypted; bit 3: the header in front of the entry may leave sizes at 0
 * @param method 0: stored as it is
 * @param checksum CRC-32 of the content
 * @param packed bytes in the archive
 * @param size bytes of the content
 * @param header offset of the header in front of the entry
 */
record ArchiveEntry(
    String name, int flags, int method, int checksum, long packed, long size, long header) {
  private static final int SIGNATURE = 0x02014b50;
  private static final long UNSTATED = 0xffffffffL;

  /** Fixed part of a record; name, extra fields and comment follow. */
  static final int LENGTH = 46;

  static ArchiveEntry read(ByteReader list) throws FormatException {
    if (list.i32() != SIGNATURE) {
      throw new FormatException("FMT-31", "its archive is damaged: its list has no entry.");
    }
    list.skip(4);
    int flags = list.u16();
    int method = list.u16();
    list.skip(4);
    int checksum = list.i32();
    long packed = list.u32();
    long size = list.u32();
    int nameLength = list.u16();
    int extraLength = list.u16();
    int commentLength = list.u16();
    list.skip(8);
    long header = list.u32();
    String name = name(list.bytes(nameLength));
    SizesIn64Bits sizes = new SizesIn64Bits(list.slice(extraLength));
    list.skip(commentLength);
    long realSize = sizes.orElse(size);
    long realPacked = sizes.orElse(packed);
    ArchiveEntry entry =
        new ArchiveEntry(name, flags, method, checksum, realPacked, realSize, sizes.orElse(header));
    entry.check();
    return entry;
  }

  private void check() throws FormatException {
    if (packed < 0 || size < 0 || header < 0) {
      throw new FormatException(
          "FMT-31", "its archive is damaged: entry %s has no size.".formatted(shown(name)));
    }
  }

  static String name(byte[] bytes) throws FormatException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatException(
          "FMT-31", "its archive is damaged: an entry's name is not UTF-8.", e);
    }
  }

  /** Whether a 32-bit field says that its value is in the extra field. */
  static boolean unstated(long value) {
    return value == UNSTATED;
  }
}
