package org.palimpsest.heatmap;

import java.util.Locale;

/**
 * The strip below an overlay: the colours from 0 to 1 with the threshold marked, and on the right
 * the share of the image above it.
 *
 * @param colours colours of the values
 * @param scale pixels per pixel of the font
 */
record Legend(ColourMap colours, int scale) {
  private static final int BAR = 100;
  private static final int LIGHT = 0xffffff;

  static int height(int scale) {
    return 24 * scale;
  }

  int smallestWidth() {
    return (BAR + 64) * scale;
  }

  void draw(Canvas canvas, int top, float threshold, double areaShare) {
    int left = 8 * scale;
    for (int x = 0; x < BAR * scale; x++) {
      int colour = colours.colour(x / (BAR * scale - 1f));
      canvas.fill(left + x, top + 4 * scale, 1, 7 * scale, colour);
    }
    int mark = left + Math.round(threshold * (BAR * scale - 1));
    canvas.fill(mark - scale / 2, top + 2 * scale, scale, 11 * scale, LIGHT);
    int numbers = top + 14 * scale;
    String value = String.format(Locale.ROOT, "%.2f", threshold);
    centred(canvas, value, mark, numbers);
    if (threshold > 0.2) {
      centred(canvas, "0", left, numbers);
    }
    if (threshold < 0.8) {
      centred(canvas, "1", left + BAR * scale, numbers);
    }
    String area = String.format(Locale.ROOT, "%.2f%%", areaShare * 100);
    canvas.text(area, left + (BAR + 10) * scale, top + 4 * scale, scale, LIGHT);
  }

  private void centred(Canvas canvas, String text, int middle, int top) {
    int left = Math.max(scale, middle - canvas.textWidth(text, scale) / 2);
    canvas.text(text, left, top, scale, LIGHT);
  }
}
