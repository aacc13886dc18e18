package org.palimpsest.report.data;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which exhibits a report is about.
 *
 * @param items their numbers in the case; empty for all
 * @param detailed how many of them, the worst, are described in full
 */
public record Selection(Set<Integer> items, int detailed) {
  /** As many as a reader will read. */
  public static final int USUALLY_DETAILED = 50;

  public Selection {
    items = Set.copyOf(items);
  }

  /** The whole case. */
  public static Selection ofAll() {
    return new Selection(Set.of(), USUALLY_DETAILED);
  }

  boolean holds(int item) {
    return items.isEmpty() || items.contains(item);
  }

  /**
   * Numbers and ranges such as {@code 1,4,7-9}.
   *
   * @throws IllegalArgumentException with a sentence when it is anything else
   */
  public static Set<Integer> items(String words) {
    Set<Integer> items = new TreeSet<>();
    for (String part : words.split(",")) {
      String range = part.strip();
      if (!range.matches("\\d{1,7}(-\\d{1,7})?")) {
        throw new IllegalArgumentException(
            "Exhibits are numbers and ranges such as 1,4,7-9, not \"%s\".".formatted(range));
      }
      int dash = range.indexOf('-');
      int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
      int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1));
      if (from < 1 || to < from || to - from > 1_000_000) {
        throw new IllegalArgumentException("\"%s\" is no range of exhibits.".formatted(range));
      }
      for (int item = from; item <= to; item++) {
        items.add(item);
      }
    }
    return items;
  }
}
