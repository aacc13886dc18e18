package org.palimpsest.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The marker segments in front of a JPEG's first scan (ISO/IEC 10918-1, Annex B). */
final class JpegSegments {
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MPF = "MPF\0".getBytes(StandardCharsets.US_ASCII);

  private static final int PROGRESSIVE = 0xc2;
  private static final int LOSSLESS = 0xc3;

  private final byte[] bytes;
  private final List<byte[]> exif = new ArrayList<>();
  private final List<Integer> profileParts = new ArrayList<>();
  private final TreeMap<Integer, byte[]> profile = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Integer> components = new ArrayList<>();
  private int frame;
  private long pixels;
  private boolean holdsSeveral;

  JpegSegments(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws DecodeException if decoding would take unreasonably long
   */
  Embedded read() throws DecodeException {
    int at = 2;
    while (at + 4 <= bytes.length && bytes[at] == (byte) 0xff) {
      int marker = bytes[at + 1] & 0xff;
      if (marker == 0xff) { // fill byte
        at++;
        continue;
      }
      if (marker == 0xda || marker == 0xd9) { // start of scan, end of image
        break;
      }
      int length = (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
      if (length < 2 || at + 2 + length > bytes.length) {
        break;
      }
      segment(marker, at + 4, at + 2 + length);
      at += 2 + length;
    }
    notes.addAll(
        new JpegScans(bytes, frame == PROGRESSIVE, components).notes(at, pixels, holdsSeveral));
    byte[] icc = components.size() == 1 || components.size() == 3 ? profile() : null;
    return new Embedded(
        exif.isEmpty() ? null : exif.getFirst(), icc, 0, notes, icc == null ? bytes : hidden());
  }

  private void segment(int marker, int from, int to) {
    if (marker == 0xe1 && starts(from, to, EXIF)) {
      exif.add(Arrays.copyOfRange(bytes, from + EXIF.length, to));
      if (exif.size() == 2) {
        notes.add("The file has several Exif segments; the first was used.");
      }
    } else if (marker == 0xe2 && starts(from, to, ICC) && to - from > ICC.length + 2) {
      profileParts.add(from);
      int number = bytes[from + ICC.length] & 0xff;
      profile.put(number, Arrays.copyOfRange(bytes, from + ICC.length + 2, to));
    } else if (marker == 0xe2 && starts(from, to, MPF)) {
      if (!holdsSeveral) {
        notes.add("The file holds several pictures (multi-picture format); the first was read.");
      }
      holdsSeveral = true;
    } else if (isFrame(marker) && to - from >= 6 && frame == 0) {
      frame(marker, from, to);
    }
  }

  private void frame(int marker, int from, int to) {
    frame = marker;
    Bytes header = new Bytes(bytes, false);
    pixels = header.number(from + 1, 2) * header.number(from + 3, 2);
    int count = bytes[from + 5] & 0xff;
    for (int i = 0; i < count && from + 8 + i * 3 < to; i++) {
      components.add(bytes[from + 6 + i * 3] & 0xff);
    }
    if (count == 4) {
      notes.add("The JPEG holds four inks (CMYK); its colours were converted to sRGB.");
    }
    if (marker == LOSSLESS) {
      notes.add("The JPEG is of the lossless kind.");
    }
  }

  /** The parts joined in the order of their numbers, which must be 1, 2, 3 … (ICC.1, Annex B.4). */
  private byte @Nullable [] profile() {
    if (profileParts.isEmpty()) {
      return null;
    }
    boolean whole = profile.size() == profileParts.size();
    boolean numbered = profile.firstKey() == 1 && profile.lastKey() == profile.size();
    if (!whole || !(numbered || profile.size() == 1)) {
      notes.add("The parts of the embedded colour profile do not fit together; it was ignored.");
      return null;
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    profile.values().forEach(joined::writeBytes);
    if (joined.size() > Embedded.MAX_PROFILE_BYTES) {
      notes.add("The embedded colour profile is implausibly large; it was ignored.");
      return null;
    }
    return joined.toByteArray();
  }

  private byte[] hidden() {
    byte[] copy = bytes.clone();
    for (int part : profileParts) {
      copy[part] = 'x';
    }
    return copy;
  }

  private boolean starts(int from, int to, byte[] signature) {
    return to - from >= signature.length
        && Arrays.equals(bytes, from, from + signature.length, signature, 0, signature.length);
  }

  /** SOF0 to SOF15 without the three that share the range: DHT, JPG, DAC. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }
}
