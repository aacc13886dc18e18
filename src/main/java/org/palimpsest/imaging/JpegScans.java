package org.palimpsest.imaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.palimpsest.imaging.DecodeException.Reason;

/**
 * The way through a JPEG's scans to its end (ITU-T T.81, Annex B and G): which steps of a
 * progressive picture are there, and what follows the end. The decoder shows a picture that lacks
 * steps without a word.
 */
final class JpegScans {
  /** Pixels times scans that are decoded: every scan visits every block anew. */
  private static final long MAX_WORK = 20_000_000_000L;

  private static final int ABSENT = 64;

  private final Bytes file;
  private final boolean progressive;
  private final TreeMap<Integer, int[]> precision = new TreeMap<>();
  private int scans;

  /**
   * The scans of a file.
   *
   * @param components identifiers of the frame's components
   */
  JpegScans(byte[] bytes, boolean progressive, List<Integer> components) {
    file = new Bytes(bytes, false);
    this.progressive = progressive;
    for (int component : components) {
      int[] bits = new int[64];
      Arrays.fill(bits, ABSENT);
      precision.put(component, bits);
    }
  }

  /**
   * What is worth saying.
   *
   * @param from the marker of the first scan
   * @param pixels of the picture
   * @param announced whether the file says that further pictures follow the first
   * @throws DecodeException if decoding all the scans would take unreasonably long
   */
  List<String> notes(int from, long pixels, boolean announced) throws DecodeException {
    long end = walk(from);
    if (scans * pixels > MAX_WORK) {
      throw new DecodeException(
          Reason.OVER_LIMIT,
          "The JPEG spreads %,d pixels over %,d scans, which would take too long to decode."
              .formatted(pixels, scans),
          null);
    }
    List<String> notes = new ArrayList<>();
    if (progressive) {
      notes.add("The JPEG is progressive (%d scans).".formatted(scans));
      long rough = precision.values().stream().filter(JpegScans::isRough).count();
      if (rough > 0) {
        notes.add(
            "The progressive JPEG lacks steps of %d of its %d components; it is shown as far as it"
                    .formatted(rough, precision.size())
                + " goes.");
      }
    }
    if (end > 0 && end < file.length() && !announced) {
      notes.add("%,d bytes follow the end of the JPEG.".formatted(file.length() - end));
    }
    return notes;
  }

  private static boolean isRough(int[] bits) {
    return Arrays.stream(bits).anyMatch(lowest -> lowest > 0);
  }

  /** The place behind the end marker, or -1 where there is none. */
  private long walk(long at) {
    byte[] data = file.data();
    while (at + 1 < data.length) {
      int marker = data[(int) at] == (byte) 0xff ? data[(int) at + 1] & 0xff : 0;
      if (marker == 0xd9) {
        return at + 2;
      }
      boolean stands = marker != 0 && marker != 0xff && (marker < 0xd0 || marker > 0xd7);
      if (!stands) { // coded data, fill bytes and restart marks
        at++;
        continue;
      }
      long length = file.number(at + 2, 2);
      if (length < 2 || marker == 0xd8) {
        return -1;
      }
      if (marker == 0xda) {
        scan(at + 4);
      }
      at += 2 + length;
    }
    return -1;
  }

  private void scan(long at) {
    scans++;
    int components = (int) Math.clamp(file.number(at, 1), 0L, 4L);
    long spectrum = at + 1 + 2L * components;
    int first = (int) Math.clamp(file.number(spectrum, 1), 0L, 63L);
    int last = (int) Math.clamp(file.number(spectrum + 1, 1), 0L, 63L);
    int lowestBit = (int) Math.max(0, file.number(spectrum + 2, 1)) & 15;
    for (int i = 0; i < components; i++) {
      int[] bits = precision.get((int) file.number(at + 1 + 2L * i, 1));
      if (bits != null && first <= last) {
        Arrays.fill(bits, first, last + 1, lowestBit);
      }
    }
  }
}
