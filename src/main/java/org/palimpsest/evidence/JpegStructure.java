package org.palimpsest.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a JPEG file was coded, as its headers say (ITU-T T.81).
 *
 * @param process the coding process in words
 * @param bits bits of a sample
 * @param width stored columns, at least 1
 * @param height stored rows, at least 1
 * @param components number of components
 * @param sampling horizontal and vertical sampling factors, for example {@code 2x2,1x1,1x1}
 * @param notation chroma subsampling as people write it, for example {@code 4:2:0}; null where it
 *     has no such name
 * @param ijgQuality quality on the Independent JPEG Group's scale whose tables are exactly these,
 *     1..100; null where there is none
 * @param tables quantisation tables by their numbers
 */
public record JpegStructure(
    String process,
    int bits,
    int width,
    int height,
    int components,
    String sampling,
    @Nullable String notation,
    @Nullable Integer ijgQuality,
    List<QuantisationTable> tables) {
  private static final int TABLES = 0xdb;

  public JpegStructure {
    tables = List.copyOf(tables);
  }

  /** The structure; empty where no frame with a size stands in front of the first scan. */
  static Optional<JpegStructure> of(byte[] file) {
    TreeMap<Integer, QuantisationTable> tables = new TreeMap<>();
    JpegSegment frame = null;
    for (JpegSegment segment : JpegSegment.in(file)) {
      if (segment.marker() == TABLES) {
        tables(file, segment, tables);
      } else if (frame == null && process(segment.marker()) != null && segment.length() >= 6) {
        frame = segment;
      }
    }
    if (frame == null) {
      return Optional.empty();
    }
    int from = frame.from();
    int height = JpegSegment.word(file, from + 1);
    int width = JpegSegment.word(file, from + 3);
    if (width == 0 || height == 0) {
      return Optional.empty();
    }
    String sampling = sampling(file, frame);
    List<QuantisationTable> found = List.copyOf(tables.values());
    return Optional.of(
        new JpegStructure(
            String.valueOf(process(frame.marker())),
            file[from] & 0xff,
            width,
            height,
            file[from + 5] & 0xff,
            sampling,
            notation(sampling),
            JpegQuality.exact(found).orElse(null),
            found));
  }

  private static void tables(
      byte[] file, JpegSegment segment, TreeMap<Integer, QuantisationTable> tables) {
    int at = segment.from();
    while (at < segment.to()) {
      int width = (file[at] & 0xf0) == 0 ? 1 : 2;
      int id = file[at] & 0x0f;
      if (at + 1 + 64 * width > segment.to()) {
        return;
      }
      List<Integer> divisors = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        int value = at + 1 + i * width;
        divisors.add(width == 1 ? file[value] & 0xff : JpegSegment.word(file, value));
      }
      tables.put(id, new QuantisationTable(id, divisors));
      at += 1 + 64 * width;
    }
  }

  private static String sampling(byte[] file, JpegSegment frame) {
    List<String> factors = new ArrayList<>();
    for (int at = frame.from() + 6; at + 3 <= frame.to() && factors.size() < 4; at += 3) {
      factors.add((file[at + 1] >> 4 & 15) + "x" + (file[at + 1] & 15));
    }
    return String.join(",", factors);
  }

  private static @Nullable String notation(String sampling) {
    return switch (sampling) {
      case "1x1,1x1,1x1" -> "4:4:4";
      case "2x1,1x1,1x1" -> "4:2:2";
      case "2x2,1x1,1x1" -> "4:2:0";
      case "1x2,1x1,1x1" -> "4:4:0";
      case "4x1,1x1,1x1" -> "4:1:1";
      default -> null;
    };
  }

  private static @Nullable String process(int marker) {
    return switch (marker) {
      case 0xc0 -> "baseline";
      case 0xc1 -> "extended sequential";
      case 0xc2 -> "progressive";
      case 0xc3 -> "lossless";
      case 0xc5, 0xc6, 0xc7 -> "differential";
      case 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf -> "arithmetic coding";
      default -> null;
    };
  }

  /** As people read it. */
  public String words() {
    return "%s, %d bits, %s%s"
        .formatted(
            process,
            bits,
            notation == null ? "sampling " + sampling : notation,
            ijgQuality == null
                ? ", quantisation tables not those of the IJG scale"
                : ", quantisation tables of IJG quality " + ijgQuality);
  }
}
