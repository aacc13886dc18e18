package org.palimpsest.report.document;

/**
 * A column of a table.
 *
 * @param title its heading
 * @param share width in per cent of the table
 * @param number whether its values stand at the right edge
 */
public record Column(String title, int share, boolean number) {
  /** A column of words. */
  public static Column words(String title, int share) {
    return new Column(title, share, false);
  }

  /** A column of numbers. */
  public static Column numbers(String title, int share) {
    return new Column(title, share, true);
  }
}
