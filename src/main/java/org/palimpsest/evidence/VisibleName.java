package org.palimpsest.evidence;

/**
 * A file name as it may be shown: characters that are invisible, turn the direction of text, or
 * steer a terminal are written out as {@code <U+202E>}, so that a name cannot pose as another.
 */
public final class VisibleName {
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private VisibleName() {}

  /** The name with every such character written out; joined emoji stay whole. */
  public static String of(String name) {
    StringBuilder visible = new StringBuilder(name.length());
    name.codePoints()
        .forEach(
            character -> {
              if (isHidden(character)) {
                visible.append("<U+%04X>".formatted(character));
              } else {
                visible.appendCodePoint(character);
              }
            });
    return visible.toString();
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.FORMAT -> character != ZERO_WIDTH_JOINER;
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
