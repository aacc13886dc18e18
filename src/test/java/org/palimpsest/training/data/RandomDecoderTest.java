package org.palimpsest.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.TestImages;

class RandomDecoderTest {
  private static final RgbImage PICTURE = TestImages.photograph(96, 64, 2);

  @Test
  void aDrawnDecoderAlwaysMakesTheSameOfTheSame() {
    RandomDecoder decoder = RandomDecoder.random(new Dice(5));

    assertThat(decoder.regenerate(PICTURE).rgb()).isEqualTo(decoder.regenerate(PICTURE).rgb());
    assertThat(RandomDecoder.random(new Dice(5)).regenerate(PICTURE).rgb())
        .isEqualTo(decoder.regenerate(PICTURE).rgb());
  }

  @Test
  void everyDrawKeepsSizeAndContentButNotThePixels() {
    for (long seed = 0; seed < 60; seed++) {
      RgbImage made = RandomDecoder.random(new Dice(seed)).regenerate(PICTURE);

      assertThat(made.width()).isEqualTo(PICTURE.width());
      assertThat(made.height()).isEqualTo(PICTURE.height());
      assertThat(made.rgb()).isNotEqualTo(PICTURE.rgb());
      assertThat(difference(made)).as("decoder %d", seed).isBetween(0.3, 40.0);
    }
  }

  @Test
  void differentDrawsAreDifferentGenerators() {
    byte[] one = RandomDecoder.random(new Dice(1)).regenerate(PICTURE).rgb();

    assertThat(RandomDecoder.random(new Dice(2)).regenerate(PICTURE).rgb()).isNotEqualTo(one);
  }

  private static double difference(RgbImage made) {
    long sum = 0;
    for (int i = 0; i < made.rgb().length; i++) {
      sum += Math.abs((made.rgb()[i] & 0xff) - (PICTURE.rgb()[i] & 0xff));
    }
    return (double) sum / made.rgb().length;
  }
}
