package org.palimpsest.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Observations that fit a screenshot or a messenger's copy. Each says what was observed and nothing
 * about where the picture comes from.
 */
final class OriginNotes {
  /** Shorter and longer side of screens in pixels, from their makers' data sheets. */
  private static final Map<Integer, Set<Integer>> SCREENS =
      Map.ofEntries(
          Map.entry(640, Set.of(1136)),
          Map.entry(720, Set.of(1280, 1600)),
          Map.entry(750, Set.of(1334)),
          Map.entry(768, Set.of(1366)),
          Map.entry(800, Set.of(1280)),
          Map.entry(828, Set.of(1792)),
          Map.entry(900, Set.of(1440, 1600)),
          Map.entry(1050, Set.of(1680)),
          Map.entry(1080, Set.of(1920, 2220, 2280, 2340, 2400, 2408, 2520)),
          Map.entry(1125, Set.of(2436)),
          Map.entry(1170, Set.of(2532)),
          Map.entry(1179, Set.of(2556)),
          Map.entry(1200, Set.of(1920)),
          Map.entry(1206, Set.of(2622)),
          Map.entry(1242, Set.of(2208, 2688)),
          Map.entry(1284, Set.of(2778)),
          Map.entry(1290, Set.of(2796)),
          Map.entry(1320, Set.of(2868)),
          Map.entry(1440, Set.of(2560, 2960, 3040, 3088, 3120, 3200)),
          Map.entry(1600, Set.of(2560)),
          Map.entry(1664, Set.of(2560)),
          Map.entry(1800, Set.of(2880)),
          Map.entry(1964, Set.of(3024)),
          Map.entry(2160, Set.of(3840)),
          Map.entry(2234, Set.of(3456)));

  /**
   * Longest sides to which messengers are known to reduce pictures: Telegram 800, 1280 and 2560
   * (its API's list of photo sizes), Signal 1280, later 1600, 2048 and 4096 (the limits in its
   * clients' source).
   */
  private static final Set<Integer> MESSENGERS = Set.of(800, 1280, 1600, 2048, 2560, 4096);

  private OriginNotes() {}

  /**
   * The observations.
   *
   * @param width of the picture, either way up
   * @param camera make and model from the metadata, or null
   * @param jpeg structure where the file is a JPEG
   */
  static List<String> of(
      FileType type, int width, int height, @Nullable String camera, @Nullable JpegStructure jpeg) {
    List<String> notes = new ArrayList<>();
    if (camera != null) {
      return notes;
    }
    int shorter = Math.min(width, height);
    int longer = Math.max(width, height);
    if (SCREENS.getOrDefault(shorter, Set.of()).contains(longer)) {
      notes.add(
          "The size, %d × %d, equals that of a common screen, and there is no camera metadata."
              .formatted(width, height));
    }
    if ((type == FileType.JPEG || type == FileType.WEBP) && MESSENGERS.contains(longer)) {
      notes.add(
          "The longer side, %d, equals one to which messengers reduce pictures%s, and there is no"
                  .formatted(longer, tables(jpeg))
              + " camera metadata.");
    }
    return notes;
  }

  private static String tables(@Nullable JpegStructure jpeg) {
    return jpeg == null || jpeg.ijgQuality() == null
        ? ""
        : ", the quantisation tables are those of IJG quality " + jpeg.ijgQuality();
  }
}
