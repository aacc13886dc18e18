package org.palimpsest.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** A PNG's chunks (ISO/IEC 15948), with the checksums that the decoder does not look at. */
final class PngChunks {
  private static final int SIGNATURE_BYTES = 8;
  private static final String ANIMATED = "The PNG is animated; its first image was read.";

  private final byte[] bytes;
  private final List<String> notes = new ArrayList<>();
  private byte @Nullable [] exif;
  private byte @Nullable [] profile;

  PngChunks(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws DecodeException if the checksum of a chunk needed for the pixels is wrong: the pixels
   *     would differ from those that were saved
   */
  Embedded read() throws DecodeException {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    int at = SIGNATURE_BYTES;
    while (at + 12 <= bytes.length) {
      int length = file.getInt(at);
      if (length < 0 || length > bytes.length - at - 12) {
        break; // the decoder says what it thinks of it
      }
      String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      boolean sound = checksum(at + 4, length + 4) == file.getInt(at + 8 + length);
      if (!sound && Character.isUpperCase(type.charAt(0))) {
        throw new DecodeException(
            DecodeException.Reason.DAMAGED,
            "The PNG is damaged: a checksum (chunk at byte %d) is wrong.".formatted(at),
            null);
      }
      if (type.equals("IEND")) {
        break;
      }
      if (sound) {
        chunk(type, at + 8, length);
      }
      at += 12 + length;
    }
    return new Embedded(exif, profile, notes, bytes);
  }

  private void chunk(String type, int from, int length) {
    switch (type) {
      case "eXIf" -> exif = Arrays.copyOfRange(bytes, from, from + length);
      case "acTL" -> {
        if (!notes.contains(ANIMATED)) {
          notes.add(ANIMATED);
        }
      }
      case "iCCP" -> profile = inflated(from, from + length);
      default -> {}
    }
  }

  /** Name, zero, compression method 0, deflated profile. */
  private byte @Nullable [] inflated(int from, int to) {
    int zero = from;
    while (zero < to && bytes[zero] != 0) {
      zero++;
    }
    if (zero + 2 >= to) {
      return null;
    }
    byte[] buffer = new byte[Embedded.MAX_PROFILE_BYTES];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(bytes, zero + 2, to - zero - 2);
      int size = inflater.inflate(buffer);
      if (inflater.finished()) {
        return Arrays.copyOf(buffer, size);
      }
    } catch (DataFormatException e) {
      // Said below, like a profile that does not end.
    }
    notes.add("The embedded colour profile is damaged or implausibly large; it was ignored.");
    return null;
  }

  private int checksum(int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
