package org.palimpsest.report.document;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a table.
 *
 * @param words its text, may be empty
 * @param picture a small picture instead of a text; null for none
 * @param code whether the text is a digest, path or command
 * @param link id of a chapter or heading that it leads to; null for none
 */
public record Cell(String words, @Nullable Picture picture, boolean code, @Nullable String link) {
  /** A text. */
  public static Cell of(String words) {
    return new Cell(words, null, false, null);
  }

  /** A whole number or other value. */
  public static Cell of(long number) {
    return of(Long.toString(number));
  }

  /** A digest, path or command. */
  public static Cell code(String words) {
    return new Cell(words, null, true, null);
  }

  /** A text that leads to another place of the document. */
  public static Cell link(String words, String id) {
    return new Cell(words, null, false, id);
  }

  /** A small picture. */
  public static Cell picture(Picture picture) {
    return new Cell("", picture, false, null);
  }
}
