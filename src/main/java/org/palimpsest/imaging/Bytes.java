package org.palimpsest.imaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whole numbers and names at places in a file that may lie outside of it. */
record Bytes(byte[] data, boolean littleEndian) {
  int length() {
    return data.length;
  }

  /**
   * An unsigned number of up to four bytes.
   *
   * @return -1 where it does not lie inside the data
   */
  long number(long at, int width) {
    if (at < 0 || at > data.length - (long) width) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < width; i++) {
      int index = (int) at + (littleEndian ? width - 1 - i : i);
      value = value << 8 | (data[index] & 0xff);
    }
    return value;
  }

  /** Whether these ASCII characters stand there. */
  boolean has(long at, String text) {
    byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
    return at >= 0
        && at <= data.length - (long) expected.length
        && Arrays.equals(data, (int) at, (int) at + expected.length, expected, 0, expected.length);
  }

  /** Four characters, or fewer at the end of the data. */
  String name(long at) {
    int from = (int) Math.clamp(at, 0L, (long) data.length);
    return new String(data, from, Math.min(4, data.length - from), StandardCharsets.ISO_8859_1);
  }
}
