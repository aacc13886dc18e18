package org.palimpsest.heatmap;

/** The colours of a localization map, 256 steps of a {@link Palette}. */
public final class ColourMap {
  private final Palette palette;
  private final int[] table = new int[256];

  /** Viridis, the standard of reports. */
  public ColourMap() {
    this(Palette.VIRIDIS);
  }

  /** A colour map with its 256 steps worked out. */
  public ColourMap(Palette palette) {
    this.palette = palette;
    for (int step = 0; step < table.length; step++) {
      double place = step / 255.0 * (palette.size() - 1);
      int below = Math.min((int) place, palette.size() - 2);
      double share = place - below;
      int colour = 0;
      for (int shift = 16; shift >= 0; shift -= 8) {
        int from = palette.at(below) >> shift & 0xff;
        int to = palette.at(below + 1) >> shift & 0xff;
        colour |= (int) Math.round(from + share * (to - from)) << shift;
      }
      table[step] = colour;
    }
  }

  /** Whose colours these are. */
  public Palette palette() {
    return palette;
  }

  /**
   * The colour of a value as 0xRRGGBB.
   *
   * @param value 0 to 1; what lies outside takes the colour of the nearer end
   */
  public int colour(float value) {
    return table[Math.round(Math.clamp(value, 0f, 1f) * 255)];
  }
}
