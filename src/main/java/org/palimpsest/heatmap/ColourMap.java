package org.palimpsest.heatmap;

/**
 * The colours of a localization map: viridis, perceptually uniform and readable with any of the
 * common colour-vision deficiencies. Nine control values at equal steps of the published table
 * (Smith, van der Walt and Firing 2015, CC0, github.com/BIDS/colormap, option D) are joined
 * linearly in sRGB.
 */
public final class ColourMap {
  private static final int[] CONTROL = {
    0x440154, 0x472c7a, 0x3b518b, 0x2c718e, 0x21908d, 0x27ad81, 0x5cc863, 0xaadc32, 0xfde725
  };

  private final int[] table = new int[256];

  /** The colour map with its 256 steps worked out. */
  public ColourMap() {
    for (int step = 0; step < table.length; step++) {
      double place = step / 255.0 * (CONTROL.length - 1);
      int below = Math.min((int) place, CONTROL.length - 2);
      double share = place - below;
      int colour = 0;
      for (int shift = 16; shift >= 0; shift -= 8) {
        int from = CONTROL[below] >> shift & 0xff;
        int to = CONTROL[below + 1] >> shift & 0xff;
        colour |= (int) Math.round(from + share * (to - from)) << shift;
      }
      table[step] = colour;
    }
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
