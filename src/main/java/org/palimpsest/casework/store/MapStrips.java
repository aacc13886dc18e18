package org.palimpsest.casework.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.palimpsest.casework.store.CaseException.Reason;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.imaging.FloatMap;

/**
 * Localization maps as the case file holds them, without loss: strips of whole rows, the 32 bits of
 * each value as the difference to its left neighbour, split into four planes of bytes, the most
 * significant first, and deflated (RFC 1950). Strips keep the memory needed small.
 */
final class MapStrips {
  private static final int VALUES = 1 << 18;
  private static final int PLANES = Float.BYTES;

  /** Whole rows of a map, compressed. */
  record Strip(int width, int rows, byte[] bytes) {}

  private MapStrips() {}

  static List<Strip> encode(FloatMap map) {
    List<Strip> strips = new ArrayList<>();
    int step = Math.max(1, VALUES / map.width());
    for (int from = 0; from < map.height(); from += step) {
      int rows = Math.min(step, map.height() - from);
      strips.add(new Strip(map.width(), rows, deflated(planes(map, from, rows))));
    }
    return strips;
  }

  private static byte[] planes(FloatMap map, int from, int rows) {
    int count = map.width() * rows;
    byte[] planes = new byte[count * PLANES];
    int before = 0;
    for (int i = 0; i < count; i++) {
      int bits = Float.floatToRawIntBits(map.values()[from * map.width() + i]);
      int difference = bits - before;
      before = bits;
      for (int plane = 0; plane < PLANES; plane++) {
        planes[plane * count + i] = (byte) (difference >>> (8 * (PLANES - 1 - plane)));
      }
    }
    return planes;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  static FloatMap decode(List<Strip> strips) throws CaseException {
    int height = strips.stream().mapToInt(Strip::rows).sum();
    if (strips.isEmpty()) {
      throw damaged(null);
    }
    int width = strips.getFirst().width();
    float[] values = new float[Math.multiplyExact(width, height)];
    int at = 0;
    for (Strip strip : strips) {
      int count = width * strip.rows();
      byte[] planes = inflated(strip.bytes(), count * PLANES);
      int bits = 0;
      for (int i = 0; i < count; i++) {
        int difference = 0;
        for (int plane = 0; plane < PLANES; plane++) {
          difference = (difference << 8) | (planes[plane * count + i] & 0xff);
        }
        bits += difference;
        values[at++] = Float.intBitsToFloat(bits);
      }
    }
    return new FloatMap(width, height, values);
  }

  private static byte[] inflated(byte[] bytes, int length) throws CaseException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      byte[] out = new byte[length];
      int at = 0;
      while (at < length) {
        int read = inflater.inflate(out, at, length - at);
        if (read == 0) {
          throw damaged(null);
        }
        at += read;
      }
      return out;
    } catch (DataFormatException e) {
      throw damaged(e);
    } finally {
      inflater.end();
    }
  }

  private static CaseException damaged(@org.jspecify.annotations.Nullable Throwable cause) {
    return new CaseException(Reason.DAMAGED, "A map in the case cannot be read.", cause);
  }

  /** The digest of a stored map: every strip's width, rows, length and bytes. */
  static String digest(List<Strip> strips) {
    int size = strips.stream().mapToInt(strip -> 3 * Integer.BYTES + strip.bytes().length).sum();
    ByteBuffer all = ByteBuffer.allocate(size);
    for (Strip strip : strips) {
      all.putInt(strip.width()).putInt(strip.rows()).putInt(strip.bytes().length);
      all.put(strip.bytes());
    }
    return Sha256.of(all.array()).hex();
  }
}
