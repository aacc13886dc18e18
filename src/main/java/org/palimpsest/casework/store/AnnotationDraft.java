package org.palimpsest.casework.store;

/**
 * What a person draws on an exhibit.
 *
 * @param shape where
 * @param colour as {@code #rrggbb}
 * @param label a word or two shown with it; may be empty
 * @param note anything longer; may be empty
 */
public record AnnotationDraft(Shape shape, String colour, String label, String note) {
  public AnnotationDraft {
    if (!colour.matches("#[0-9a-fA-F]{6}")) {
      throw new IllegalArgumentException("A colour is written as #rrggbb, not " + colour);
    }
  }
}
