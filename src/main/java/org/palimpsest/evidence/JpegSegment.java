package org.palimpsest.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A marker segment in front of a JPEG's first scan (ITU-T T.81, B.1.1.4).
 *
 * @param marker the second byte of the marker
 * @param from where its content begins in the file
 * @param to where it ends
 */
record JpegSegment(int marker, int from, int to) {
  private static final int START_OF_SCAN = 0xda;
  private static final int END = 0xd9;

  /** The segments as far as they fit into the file. */
  static List<JpegSegment> in(byte[] file) {
    List<JpegSegment> segments = new ArrayList<>();
    int at = 2;
    while (at + 4 <= file.length && file[at] == (byte) 0xff) {
      int marker = file[at + 1] & 0xff;
      if (marker == 0xff) { // fill byte
        at++;
        continue;
      }
      int length = word(file, at + 2);
      if (marker == START_OF_SCAN || marker == END || length < 2 || length > file.length - at - 2) {
        break;
      }
      segments.add(new JpegSegment(marker, at + 4, at + 2 + length));
      at += 2 + length;
    }
    return segments;
  }

  int length() {
    return to - from;
  }

  boolean starts(byte[] file, String text) {
    byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
    return length() >= expected.length
        && Arrays.equals(file, from, from + expected.length, expected, 0, expected.length);
  }

  static int word(byte[] file, int at) {
    return (file[at] & 0xff) << 8 | (file[at + 1] & 0xff);
  }
}
