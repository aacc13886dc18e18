package org.palimpsest.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColourMapTest {
  private final ColourMap colours = new ColourMap();

  /** CIE 1976 lightness of an sRGB colour, 0..100. */
  private static double lightness(int rgb) {
    double luminance =
        0.2126 * linear(rgb >> 16 & 0xff)
            + 0.7152 * linear(rgb >> 8 & 0xff)
            + 0.0722 * linear(rgb & 0xff);
    return 116 * Math.cbrt(luminance) - 16;
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

  @Test
  void growsLighterInEvenStepsSoThatItReadsWithoutColourVision() {
    double perEighth = (lightness(0xfde725) - lightness(0x440154)) / 8;
    for (int i = 0; i < 8; i++) {
      double step = lightness(colours.colour((i + 1) / 8f)) - lightness(colours.colour(i / 8f));
      assertThat(step).isBetween(0.75 * perEighth, 1.25 * perEighth);
    }
  }
}
