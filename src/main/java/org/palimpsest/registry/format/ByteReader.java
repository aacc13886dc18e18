package org.palimpsest.registry.format;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Reads little-endian fields one after another and refuses to go beyond the end. */
final class ByteReader {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment bytes;
  private final String what;
  private long position;

  /**
   * Begins at the first byte.
   *
   * @param what the thing being read, for messages: "its pickle"
   */
  ByteReader(MemorySegment bytes, String what) {
    this.bytes = bytes;
    this.what = what;
  }

  /** Bytes read so far. */
  long position() {
    return position;
  }

  /** Bytes not yet read. */
  long remaining() {
    return bytes.byteSize() - position;
  }

  int u8() throws FormatException {
    return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, taken(1)));
  }

  int u16() throws FormatException {
    return Short.toUnsignedInt(bytes.get(SHORT, taken(2)));
  }

  int i32() throws FormatException {
    return bytes.get(INT, taken(4));
  }

  long u32() throws FormatException {
    return Integer.toUnsignedLong(i32());
  }

  /** Eight bytes; what is above 2^63 - 1 comes out negative. */
  long i64() throws FormatException {
    return bytes.get(LONG, taken(8));
  }

  /** The next bytes as a copy; nothing is allocated if there are not so many. */
  byte[] bytes(int count) throws FormatException {
    return bytes.asSlice(taken(count), count).toArray(ValueLayout.JAVA_BYTE);
  }

  /** The next bytes in place. */
  MemorySegment slice(long count) throws FormatException {
    return bytes.asSlice(taken(count), count);
  }

  void skip(long count) throws FormatException {
    taken(count);
  }

  private long taken(long count) throws FormatException {
    if (count < 0 || count > remaining()) {
      throw new FormatException("FMT-30", what + " ends too early.");
    }
    long start = position;
    position += count;
    return start;
  }
}
