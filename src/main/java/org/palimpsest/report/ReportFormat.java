package org.palimpsest.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms in which a report can be written. */
public enum ReportFormat {
  PDF("report.pdf"),
  HTML("report.html"),
  CSV("report.csv"),
  JSON("report.json"),
  /** A folder of pictures with their maps laid over them. */
  PNG("images");

  private final String file;

  ReportFormat(String file) {
    this.file = file;
  }

  /** The name of what is written. */
  public String file() {
    return file;
  }

  /**
   * Formats from a list such as {@code pdf,html}.
   *
   * @throws IllegalArgumentException with a sentence when one is unknown
   */
  public static Set<ReportFormat> of(String words) {
    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    for (String word : words.split(",")) {
      String name = word.strip().toUpperCase(Locale.ROOT);
      formats.add(
          Arrays.stream(values())
              .filter(format -> format.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Formats are %s, not \"%s\".".formatted(names(), word.strip()))));
    }
    return formats;
  }

  private static String names() {
    return Arrays.stream(values())
        .map(format -> format.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
