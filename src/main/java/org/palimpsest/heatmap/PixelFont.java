package org.palimpsest.heatmap;

/**
 * The few characters a map's legend needs, five by seven pixels each. Drawn here because a machine
 * without a display often has no fonts at all, and a legend must not depend on them.
 */
final class PixelFont {
  static final int WIDTH = 6;
  static final int HEIGHT = 7;

  private static final String CHARACTERS = "0123456789.%";

  /** Seven rows of five bits for each character, the leftmost pixel in the highest bit. */
  private static final int[][] ROWS = {
    {14, 17, 19, 21, 25, 17, 14},
    {4, 12, 4, 4, 4, 4, 14},
    {14, 17, 1, 2, 4, 8, 31},
    {31, 2, 4, 2, 1, 17, 14},
    {2, 6, 10, 18, 31, 2, 2},
    {31, 16, 30, 1, 1, 17, 14},
    {6, 8, 16, 30, 17, 17, 14},
    {31, 1, 2, 4, 8, 8, 8},
    {14, 17, 17, 14, 17, 17, 14},
    {14, 17, 17, 15, 1, 2, 12},
    {0, 0, 0, 0, 0, 12, 12},
    {24, 25, 2, 4, 8, 19, 3},
  };

  /** Whether the character has ink at the place; characters it lacks are blank. */
  boolean inked(char character, int x, int y) {
    int index = CHARACTERS.indexOf(character);
    return index >= 0 && x < 5 && (ROWS[index][y] >> (4 - x) & 1) == 1;
  }

  int width(String text, int scale) {
    return text.length() * WIDTH * scale;
  }
}
