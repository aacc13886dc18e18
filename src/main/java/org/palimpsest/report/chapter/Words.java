package org.palimpsest.report.chapter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Conditions;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.heatmap.Box;
import org.palimpsest.registry.Rate;

/** Numbers, times and names as a report writes them. */
final class Words {
  static final String NOT_STATED = "not stated";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Words() {}

  static String time(@Nullable Instant at) {
    return at == null ? NOT_STATED : TIME.format(at);
  }

  /** A text of the user's or of a file, with hidden characters written out. */
  static String text(@Nullable String text) {
    return text == null || text.isBlank() ? NOT_STATED : visible(text);
  }

  /** Line breaks are kept as spaces, all other hidden characters are written out. */
  static String visible(String text) {
    return VisibleName.of(text.replaceAll("\\s+", " ").strip());
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  static String rate(Rate rate) {
    return String.format(
        Locale.ROOT,
        "%.1f %% (95 %% interval %.1f to %.1f %%)",
        rate.value() * 100,
        rate.low95() * 100,
        rate.high95() * 100);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String bytes(@Nullable Long bytes) {
    return bytes == null ? "not read" : count(bytes) + " bytes";
  }

  static String size(@Nullable Integer width, @Nullable Integer height) {
    return width == null || height == null ? "not decoded" : "%d × %d".formatted(width, height);
  }

  static String box(Box box) {
    return "%d, %d; %d × %d".formatted(box.x(), box.y(), box.width(), box.height());
  }

  static String mode(Conditions conditions) {
    return switch (conditions.mode()) {
      case WHOLE ->
          "the whole picture stretched to %d × %d pixels"
              .formatted(conditions.inputSize(), conditions.inputSize());
      case TILES ->
          "tiles of %d × %d pixels at native resolution, overlapping by %d pixels or more"
              .formatted(conditions.inputSize(), conditions.inputSize(), conditions.overlap());
    };
  }

  static String plural(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** The first letter large, for the start of a sentence. */
  static String start(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
