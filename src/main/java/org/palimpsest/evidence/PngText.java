package org.palimpsest.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A PNG without its pixels and without those compressed chunks that unfold beyond a limit: the
 * library that reads metadata unfolds them whole, and a small file may hold many gigabytes.
 */
final class PngText {
  private static final byte[] END = HexFormat.of().parseHex("0000000049454e44ae426082");
  private static final int MOST_BYTES = 8 << 20;

  private final byte[] file;
  private int unfolded;

  PngText(byte[] file) {
    this.file = file;
  }

  /**
   * The chunks that may be read.
   *
   * @param notes receives a sentence where chunks were left out
   */
  byte[] harmless(List<String> notes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, 8);
    ByteBuffer data = ByteBuffer.wrap(file);
    int left = 0;
    boolean ended = false;
    int at = 8;
    while (!ended && at + 12 <= file.length) {
      int length = data.getInt(at);
      if (length < 0 || length > file.length - at - 12) {
        break;
      }
      String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      boolean pixels = type.equals("IDAT");
      ended = type.equals("IEND");
      if (!pixels && !ended && isHarmless(type, at + 8, at + 8 + length)) {
        out.write(file, at, length + 12);
      } else if (!pixels && !ended) {
        left++;
      }
      at += length + 12;
    }
    if (!ended) {
      notes.add("Metadata behind the damaged part of the PNG were not looked for.");
    }
    // The library makes room for whatever length a chunk claims, so damaged ends are left out.
    out.writeBytes(END);
    if (left > 0) {
      notes.add(
          "%d compressed chunks of the PNG unfold beyond %d MiB and were not read."
              .formatted(left, MOST_BYTES >> 20));
    }
    return out.toByteArray();
  }

  private boolean isHarmless(String type, int from, int to) {
    return switch (type) {
      case "zTXt", "iCCP" -> fits(zero(from, to) + 2, to);
      case "iTXt" -> {
        int flag = zero(from, to) + 1;
        boolean packed = flag < to && file[flag] != 0;
        yield !packed || fits(zero(zero(flag + 2, to) + 1, to) + 1, to);
      }
      default -> true;
    };
  }

  private int zero(int from, int to) {
    int at = Math.min(from, to);
    while (at < to && file[at] != 0) {
      at++;
    }
    return at;
  }

  private boolean fits(int from, int to) {
    if (from >= to) {
      return true;
    }
    byte[] buffer = new byte[1 << 16];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(file, from, to - from);
      int count = inflater.inflate(buffer);
      while (count > 0 && unfolded <= MOST_BYTES) {
        unfolded += count;
        count = inflater.inflate(buffer);
      }
      return unfolded <= MOST_BYTES;
    } catch (DataFormatException e) {
      return true; // ends before it can do harm
    }
  }
}
