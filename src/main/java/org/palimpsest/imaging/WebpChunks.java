package org.palimpsest.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A WebP's chunks (RFC 9649). */
final class WebpChunks {
  private static final int FIRST_CHUNK = 12;
  private static final int FLAGS = 20;
  private static final int PROFILE_FLAG = 0x20;

  private final byte[] bytes;
  private final List<String> notes = new ArrayList<>();
  private byte @Nullable [] exif;
  private byte @Nullable [] profile;

  WebpChunks(byte[] bytes) {
    this.bytes = bytes;
  }

  Embedded read() {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = FIRST_CHUNK;
    while (at + 8 <= bytes.length) {
      String type = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
      int length = file.getInt(at + 4);
      if (length < 0 || length > bytes.length - at - 8) {
        break; // the decoder says what it thinks of it
      }
      chunk(type, at + 8, length);
      at += 8 + length + (length & 1);
    }
    return new Embedded(exif, profile, notes, profile == null ? bytes : hidden());
  }

  private void chunk(String type, int from, int length) {
    switch (type) {
      case "EXIF" -> exif = Arrays.copyOfRange(bytes, withoutPrefix(from, length), from + length);
      case "ANIM" -> notes.add("The WebP is animated; its first image was read.");
      case "ICCP" -> {
        if (length > Embedded.MAX_PROFILE_BYTES) {
          notes.add("The embedded colour profile is implausibly large; it was ignored.");
        } else {
          profile = Arrays.copyOfRange(bytes, from, from + length);
        }
      }
      default -> {}
    }
  }

  /** Some writers keep the six bytes that introduce Exif data in JPEG files. */
  private int withoutPrefix(int from, int length) {
    byte[] prefix = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    boolean prefixed =
        length >= prefix.length
            && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    return prefixed ? from + prefix.length : from;
  }

  private byte[] hidden() {
    byte[] copy = bytes.clone();
    copy[FLAGS] &= (byte) ~PROFILE_FLAG;
    return copy;
  }
}
