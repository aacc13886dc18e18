package org.palimpsest.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An estimate of the quality a JPEG file was saved with: the setting of the Independent JPEG
 * Group's scale whose luma quantisation table lies nearest to the file's (sum of absolute
 * differences). Cameras and editors use tables of their own, so it is an estimate for them.
 */
public final class JpegQuality {
  /** Luma table of ITU-T T.81, annex K.1, in zigzag order as files store it. */
  private static final int[] LUMA = {
    16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37,
    29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87,
    95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99
  };

  /** Chroma table of the same annex, K.2. */
  private static final int[] CHROMA = {
    17, 18, 18, 24, 21, 24, 47, 26, 26, 47, 99, 66, 56, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99
  };

  private static final int START_OF_SCAN = 0xda;
  private static final int QUANTISATION_TABLES = 0xdb;

  private JpegQuality() {}

  /** The estimate, 1..100; empty when the bytes are no JPEG file or its table 0 is missing. */
  public static Optional<Integer> estimate(byte[] file) {
    if (FileType.of(file) != FileType.JPEG) {
      return Optional.empty();
    }
    int at = 2;
    while (at + 4 <= file.length && (file[at] & 0xff) == 0xff) {
      int marker = file[at + 1] & 0xff;
      if (marker == START_OF_SCAN) {
        return Optional.empty();
      }
      int length = word(file, at + 2);
      if (marker == QUANTISATION_TABLES) {
        int end = Math.min(file.length, at + 2 + length);
        Optional<Integer> quality = ofTables(file, at + 4, end);
        if (quality.isPresent()) {
          return quality;
        }
      }
      // Fill bytes may stand before a marker.
      at += marker == 0xff ? 1 : 2 + length;
    }
    return Optional.empty();
  }

  /**
   * The setting whose tables these exactly are: the first the luma table, the second, where there
   * is one, the chroma table.
   */
  static Optional<Integer> exact(List<QuantisationTable> tables) {
    if (tables.isEmpty() || tables.size() > 2) {
      return Optional.empty();
    }
    // From the top: in the lowest settings several give the same tables.
    for (int quality = 100; quality >= 1; quality--) {
      if (tables.getFirst().divisors().equals(scaled(LUMA, quality))
          && (tables.size() == 1 || tables.get(1).divisors().equals(scaled(CHROMA, quality)))) {
        return Optional.of(quality);
      }
    }
    return Optional.empty();
  }

  private static List<Integer> scaled(int[] standard, int quality) {
    return Arrays.stream(standard).map(value -> scaled(value, quality)).boxed().toList();
  }

  private static int scaled(int standard, int quality) {
    int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    return Math.clamp((standard * scale + 50) / 100, 1, 255);
  }

  private static Optional<Integer> ofTables(byte[] file, int from, int end) {
    int at = from;
    while (at < end) {
      boolean wide = (file[at] & 0xf0) != 0;
      int table = file[at] & 0x0f;
      int size = wide ? 128 : 64;
      if (at + 1 + size > end) {
        return Optional.empty();
      }
      if (table == 0) {
        return Optional.of(nearest(file, at + 1, wide));
      }
      at += 1 + size;
    }
    return Optional.empty();
  }

  private static int nearest(byte[] file, int at, boolean wide) {
    int best = 1;
    long least = Long.MAX_VALUE;
    for (int quality = 1; quality <= 100; quality++) {
      long difference = 0;
      for (int i = 0; i < LUMA.length; i++) {
        int standard = scaled(LUMA[i], quality);
        int found = wide ? word(file, at + 2 * i) : file[at + i] & 0xff;
        difference += Math.abs(standard - found);
      }
      if (difference < least) {
        least = difference;
        best = quality;
      }
    }
    return best;
  }

  private static int word(byte[] file, int at) {
    return (file[at] & 0xff) << 8 | (file[at + 1] & 0xff);
  }
}
