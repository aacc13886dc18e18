package org.palimpsest.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourMapTest {
  private final ColourMap colours = new ColourMap();

  /** CIE 1976 lightness of an sRGB colour, 0..100. */
  private static double lightness(int rgb) {
    double luminance =
        0.2126 * linear(rgb >> 16 & 0xff)
            + 0.7152 * linear(rgb >> 8 & 0xff)
            + 0.0722 * linear(rgb & 0xff);
    return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
  }

  private static double linear(int value) {
    double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  @Test
  void runsFromThePublishedFirstToThePublishedLastColour() {
    assertThat(colours.colour(0)).isEqualTo(0x440154);
    assertThat(colours.colour(0.5f)).isEqualTo(0x21908d);
    assertThat(colours.colour(1)).isEqualTo(0xfde725);
    assertThat(colours.colour(7)).isEqualTo(0xfde725);
  }

  @ParameterizedTest
  @EnumSource
  void everyPaletteGrowsLighterAllTheWay(Palette palette) {
    ColourMap map = new ColourMap(palette);
    double whole = lightness(map.colour(1)) - lightness(map.colour(0));
    assertThat(whole).isGreaterThan(75);
    for (int i = 0; i < 16; i++) {
      double step = lightness(map.colour((i + 1) / 16f)) - lightness(map.colour(i / 16f));
      assertThat(step).isBetween(0.45 * whole / 16, 1.5 * whole / 16);
    }
  }

  /** Protanopia and deuteranopia leave the axis from blue to yellow; cividis runs along it. */
  @Test
  void cividisHoldsRedAndGreenTogether() {
    ColourMap cividis = new ColourMap(Palette.CIVIDIS);
    for (int i = 4; i <= 16; i++) {
      int colour = cividis.colour(i / 16f);
      assertThat(Math.abs((colour >> 16 & 0xff) - (colour >> 8 & 0xff))).isLessThan(30);
    }
  }

  @Test
  void growsLighterInEvenStepsSoThatItReadsWithoutColourVision() {
    double perEighth = (lightness(0xfde725) - lightness(0x440154)) / 8;
    for (int i = 0; i < 8; i++) {
      double step = lightness(colours.colour((i + 1) / 8f)) - lightness(colours.colour(i / 8f));
      assertThat(step).isBetween(0.75 * perEighth, 1.25 * perEighth);
    }
  }
}
