package org.palimpsest.heatmap;

/**
 * Published colour maps whose lightness grows in even steps, given by control values at equal steps
 * of their tables, which are joined linearly in sRGB. Viridis, inferno and magma: Smith, van der
 * Walt and Firing 2015 (CC0, github.com/BIDS/colormap). Cividis, made to look nearly the same with
 * and without red-green colour-vision deficiency: Nunez, Anderton and Renslow 2018 (PLOS ONE 13(7),
 * e0199239). Tables as in matplotlib 3.11; no value joined here is more than 18 of 255 from them in
 * any channel (viridis; cividis 11, inferno 6, magma 3).
 */
public enum Palette {
  VIRIDIS(0x440154, 0x472c7a, 0x3b518b, 0x2c718e, 0x21908d, 0x27ad81, 0x5cc863, 0xaadc32, 0xfde725),
  CIVIDIS(
      0x00224e, 0x002e6a, 0x1a386f, 0x32436d, 0x434e6c, 0x52596d, 0x61656f, 0x6f7073, 0x7c7b78,
      0x8b8778, 0x9b9376, 0xaba072, 0xbbad6c, 0xccba64, 0xddc958, 0xefd748, 0xfee838),
  INFERNO(
      0x000004, 0x0b0724, 0x210c4a, 0x3c0965, 0x57106d, 0x70196e, 0x89226a, 0xa32b61, 0xbb3755,
      0xd14644, 0xe35932, 0xf1711e, 0xf98d0a, 0xfcab0f, 0xf9ca32, 0xf2e865, 0xfcffa4),
  MAGMA(
      0x000004, 0x0a0822, 0x1d1146, 0x36106a, 0x50127c, 0x691c81, 0x822681, 0x9c2e7f, 0xb63779,
      0xcf4170, 0xe65163, 0xf5695c, 0xfb8761, 0xfea571, 0xfec387, 0xfde0a2, 0xfcfdbf);

  /** Never handed out. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final int[] control;

  Palette(int... control) {
    this.control = control;
  }

  /** Number of control values, the first for 0 and the last for 1. */
  int size() {
    return control.length;
  }

  /** A control value as 0xRRGGBB. */
  int at(int index) {
    return control[index];
  }
}
