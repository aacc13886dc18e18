package org.palimpsest.registry.format;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The extra field of a zip header that holds, in a fixed order, those numbers that do not fit 32
 * bits.
 */
final class SizesIn64Bits {
  private static final int ID = 1;

  private final @Nullable ByteReader values;

  SizesIn64Bits(MemorySegment extra) throws FormatException {
    ByteReader fields = new ByteReader(extra, "an extra field of its archive");
    ByteReader found = null;
    // Fewer than four bytes are padding that some writers leave.
    while (found == null && fields.remaining() >= 4) {
      int id = fields.u16();
      MemorySegment content = fields.slice(fields.u16());
      if (id == ID) {
        found = new ByteReader(content, "an extra field of its archive");
      }
    }
    values = found;
  }

  /** The next 64-bit value if the 32-bit one says that it is not stated there. */
  long orElse(long value) throws FormatException {
    if (!ArchiveEntry.unstated(value)) {
      return value;
    }
    if (values == null) {
      throw new FormatException(
          "FMT-31", "its archive is damaged: a size is not stated where it should be.");
    }
    return values.i64();
  }
}
