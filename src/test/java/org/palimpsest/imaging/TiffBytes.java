package org.palimpsest.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.TreeMap;

/** Builds TIFF structures with one directory: Exif data and uncompressed TIFF files. */
final class TiffBytes {
  private final ByteOrder order;
  private final TreeMap<Integer, int[]> entries = new TreeMap<>();

  TiffBytes(ByteOrder order) {
    this.order = order;
  }

  /** A tag with one 16-bit value. */
  TiffBytes set(int tag, int value) {
    return set(tag, 3, 1, value);
  }

  /** A tag with any type and count; the value is stored as type 4 unless the type is 3. */
  TiffBytes set(int tag, int type, int count, int value) {
    entries.put(tag, new int[] {type, count, value});
    return this;
  }

  byte[] exif() {
    return with(new byte[0]);
  }

  /** A file whose pixels follow the directory; every sample has the same depth. */
  byte[] image(int width, int height, int depth, int photometric, int samples, byte[] pixels) {
    set(256, width).set(257, height).set(258, depth).set(259, 1).set(262, photometric);
    set(277, samples).set(278, height).set(279, 4, 1, pixels.length);
    int[] depths = new int[samples];
    if (samples > 2) {
      set(258, 3, samples, 8);
      java.util.Arrays.fill(depths, depth);
    }
    set(273, 4, 1, 0);
    int end = 8 + 2 + entries.size() * 12 + 4;
    set(273, 4, 1, end);
    ByteBuffer tail = ByteBuffer.allocate(pixels.length + samples * 2).order(order).put(pixels);
    if (samples > 2) {
      set(258, 3, samples, end + pixels.length);
      for (int value : depths) {
        tail.putShort((short) value);
      }
    }
    return with(tail.array());
  }

  private byte[] with(byte[] tail) {
    ByteBuffer out =
        ByteBuffer.allocate(8 + 2 + entries.size() * 12 + 4 + tail.length).order(order);
    out.put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I'));
    out.put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I'));
    out.putShort((short) 42).putInt(8).putShort((short) entries.size());
    entries.forEach(
        (tag, entry) -> {
          out.putShort((short) (int) tag).putShort((short) entry[0]).putInt(entry[1]);
          if (entry[0] == 3 && entry[1] == 1) {
            out.putShort((short) entry[2]).putShort((short) 0);
          } else {
            out.putInt(entry[2]);
          }
        });
    return out.putInt(0).put(tail).array();
  }
}
