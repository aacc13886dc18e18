package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PyramidTest {
  @Test
  void everyPixelOfAHalfIsTheMeanOfTheFourUnderIt() {
    RgbImage image = RgbImage.black(4, 2);
    int[] reds = {0, 100, 7, 8, 100, 200, 9, 10};
    for (int i = 0; i < reds.length; i++) {
      image.rgb()[3 * i] = (byte) reds[i];
      image.rgb()[3 * i + 2] = (byte) 255;
    }
    RgbImage half = Pyramid.half(image);
    assertThat(half.width()).isEqualTo(2);
    assertThat(half.height()).isEqualTo(1);
    assertThat(half.value(0, 0, 0)).isEqualTo(100);
    assertThat(half.value(1, 0, 0)).isEqualTo(9);
    assertThat(half.value(0, 0, 1)).isZero();
    assertThat(half.value(1, 0, 2)).isEqualTo(255);
  }

  @Test
  void aCheckerboardTurnsGreyInsteadOfIntoAnotherPattern() {
    RgbImage board = RgbImage.black(1024, 1024);
    for (int i = 0; i < 1024 * 1024; i++) {
      int value = (i % 1024 + i / 1024) % 2 * 255;
      board.rgb()[3 * i] = (byte) value;
    }
    RgbImage half = Pyramid.of(board).levels().get(1);
    for (int i = 0; i < 512 * 512; i++) {
      assertThat(half.rgb()[3 * i] & 0xff).isEqualTo(128);
    }
  }

  @Test
  void aSinglePixelAndAVeryLongLineHaveAllTheirLevels() {
    assertThat(Pyramid.of(RgbImage.black(1, 1)).levels()).hasSize(1);
    Pyramid line = Pyramid.of(RgbImage.black(1, 40_000));
    assertThat(line.levels()).hasSize(9);
    assertThat(line.levels().getLast().width()).isEqualTo(1);
    assertThat(line.levels().getLast().height()).isEqualTo(157);
  }

  @Test
  void oddLastRowsAndColumnsAreKept() {
    RgbImage image = RgbImage.black(301, 1);
    image.rgb()[900] = (byte) 80;
    RgbImage half = Pyramid.of(image).levels().get(1);
    assertThat(half.width()).isEqualTo(151);
    assertThat(half.value(150, 0, 0)).isEqualTo(80);
  }

  @Test
  void theLevelDrawnFromHasNeverFewerPixelsThanTheScreen() {
    Pyramid pyramid = Pyramid.of(RgbImage.black(4096, 16));
    assertThat(pyramid.levelFor(3)).isZero();
    assertThat(pyramid.levelFor(0.51)).isZero();
    assertThat(pyramid.levelFor(0.5)).isEqualTo(1);
    assertThat(pyramid.levelFor(0.13)).isEqualTo(2);
    assertThat(pyramid.levelFor(0.0001)).isEqualTo(pyramid.levels().size() - 1);
  }
}
