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
  private int frames;

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
        notes.add("The WebP is cut short inside its chunk at byte %d.".formatted(at));
        break;
      }
      chunk(type, at + 8, length);
      at += 8 + length + (length & 1);
    }
    long stated = Integer.toUnsignedLong(file.getInt(4)) + 8;
    if (stated < bytes.length) {
      notes.add("%,d bytes follow the end of the WebP.".formatted(bytes.length - stated));
    } else if (stated > bytes.length + 1L) { // an odd size's padding may be missing
      notes.add(
          "The WebP states a length of %,d bytes; the file has %,d."
              .formatted(stated, bytes.length));
    }
    if (frames > 0) {
      notes.add("The WebP is animated (%d images); its first image was read.".formatted(frames));
    }
    return new Embedded(exif, profile, 0, notes, profile == null ? bytes : hidden());
  }

  private void frame(int from) {
    Bytes file = new Bytes(bytes, true);
    long canvasWidth = file.number(FLAGS + 4, 3) + 1;
    long canvasHeight = file.number(FLAGS + 7, 3) + 1;
    long width = file.number(from + 6, 3) + 1;
    long height = file.number(from + 9, 3) + 1;
    if (frames == 0 && (width != canvasWidth || height != canvasHeight)) {
      notes.add(
          "The first image covers %d x %d of the WebP's %d x %d pixels."
              .formatted(width, height, canvasWidth, canvasHeight));
    }
    frames++;
  }

  private void chunk(String type, int from, int length) {
    switch (type) {
      case "EXIF" -> exif = Arrays.copyOfRange(bytes, withoutPrefix(from, length), from + length);
      case "VP8 " ->
          notes.add(
              "The decoder of lossy WebP is not exact: values may differ by several levels from the"
                  + " reference decoder's.");
      case "ANMF" -> frame(from);
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
