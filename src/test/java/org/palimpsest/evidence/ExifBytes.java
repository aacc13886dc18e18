package org.palimpsest.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Builds Exif data, big-endian: texts in the first and the Exif directory, and a thumbnail. */
final class ExifBytes {
  private final TreeMap<Integer, String> first = new TreeMap<>();
  private final TreeMap<Integer, String> sub = new TreeMap<>();

  ExifBytes text(int tag, String value) {
    first.put(tag, value);
    return this;
  }

  ExifBytes sub(int tag, String value) {
    sub.put(tag, value);
    return this;
  }

  /** The structure, with a thumbnail unless it is empty. */
  byte[] bytes(byte[] thumbnail) {
    int firstAt = 8;
    int subAt = firstAt + 2 + (first.size() + 1) * 12 + 4;
    int thumbAt = subAt + 2 + sub.size() * 12 + 4;
    int dataAt = thumbAt + 2 + 2 * 12 + 4;
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteBuffer out = ByteBuffer.allocate(dataAt);
    out.put(new byte[] {'M', 'M', 0, 42}).putInt(firstAt).putShort((short) (first.size() + 1));
    first.forEach((tag, value) -> entry(out, tag, value, dataAt, data));
    out.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(subAt);
    out.putInt(thumbnail.length > 0 ? thumbAt : 0).putShort((short) sub.size());
    sub.forEach((tag, value) -> entry(out, tag, value, dataAt, data));
    out.putInt(0).putShort((short) 2);
    int at = dataAt + data.size();
    out.putShort((short) 0x0201).putShort((short) 4).putInt(1).putInt(at);
    out.putShort((short) 0x0202).putShort((short) 4).putInt(1).putInt(thumbnail.length).putInt(0);
    data.writeBytes(thumbnail);
    ByteBuffer whole = ByteBuffer.allocate(dataAt + data.size());
    return whole.put(out.array()).put(data.toByteArray()).array();
  }

  private static void entry(
      ByteBuffer out, int tag, String value, int dataAt, ByteArrayOutputStream data) {
    byte[] text = (value + "\0\0\0\0").getBytes(StandardCharsets.UTF_8);
    out.putShort((short) tag).putShort((short) 2).putInt(text.length).putInt(dataAt + data.size());
    data.writeBytes(text);
  }
}
