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

  /** 1/2.2 in units of 1/100000: what files in sRGB state. */
  private static final int USUAL_GAMMA = 45_455;

  private static final int BITS = 24;
  private static final int COLOUR_TYPE = 25;

  private final byte[] bytes;
  private final List<String> notes = new ArrayList<>();
  private byte @Nullable [] exif;
  private byte @Nullable [] profile;
  private int colours;
  private int gamma = USUAL_GAMMA;
  private boolean isSrgb;
  private boolean animated;

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
    boolean ended = false;
    while (!ended && at + 12 <= bytes.length) {
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
      if (sound) {
        chunk(type, at + 8, length);
      } else {
        notes.add(
            "The checksum of a chunk beside the pixels (at byte %d) is wrong; it was left out."
                .formatted(at));
      }
      ended = type.equals("IEND");
      at += 12 + length;
    }
    if (!ended) {
      notes.add("The PNG lacks its end chunk.");
    } else if (at < bytes.length) {
      notes.add("%,d bytes follow the end of the PNG.".formatted(bytes.length - at));
    }
    if (gamma != USUAL_GAMMA && !isSrgb && profile == null) {
      notes.add(
          "The PNG states a gamma of %.5f, which was not applied; values were taken as sRGB."
              .formatted(gamma / 100_000.0));
    }
    return new Embedded(exif, profile, colours, notes, bytes);
  }

  private void chunk(String type, int from, int length) {
    Bytes file = new Bytes(bytes, false);
    switch (type) {
      case "eXIf" -> exif = Arrays.copyOfRange(bytes, from, from + length);
      case "PLTE" -> colours = length / 3;
      case "sRGB" -> isSrgb = true;
      case "gAMA" -> gamma = (int) file.number(from, 4);
      case "cICP" ->
          notes.add(
              "The PNG states its colours by code (primaries %d, transfer %d), which was not applied."
                  .formatted(file.number(from, 1), file.number(from + 1, 1)));
      case "tRNS" -> {
        long bits = file.number(BITS, 1);
        if (file.number(COLOUR_TYPE, 1) == 0
            && (bits == 2 || bits == 4)) { // unknown to the decoder
          notes.add("One shade of gray stands for transparency, which was left out.");
        }
      }
      case "acTL" -> {
        if (!animated) {
          notes.add(
              "The PNG is animated (%d images); its first image was read."
                  .formatted(file.number(from, 4)));
        }
        animated = true;
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
