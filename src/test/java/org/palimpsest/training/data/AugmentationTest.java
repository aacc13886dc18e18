package org.palimpsest.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;

class AugmentationTest {
  /** White where the mask is, dark elsewhere, so that geometry can be compared afterwards. */
  private static Sample sample(int width, int height) {
    RgbImage image = RgbImage.black(width, height);
    Mask mask = Mask.empty(width, height);
    for (int y = 10; y < 40; y++) {
      for (int x = 20; x < 30; x++) {
        mask.values()[y * width + x] = 1;
        for (int c = 0; c < 3; c++) {
          image.rgb()[(y * width + x) * 3 + c] = (byte) 200;
        }
      }
    }
    return new Sample(image, mask, true, "drawn");
  }

  @Test
  void imageAndMaskMoveTogether() {
    for (long seed = 0; seed < 60; seed++) {
      Sample moved = Augmentation.of(sample(120, 80), seed);
      assertThat(moved.mask().width()).isEqualTo(moved.image().width());
      int wrong = 0;
      for (int i = 0; i < moved.mask().values().length; i++) {
        boolean bright = (moved.image().rgb()[i * 3 + 1] & 0xff) > 110;
        wrong += bright != (moved.mask().values()[i] == 1) ? 1 : 0;
      }
      // interpolation, JPEG and blur soften the border of the bright area
      assertThat(wrong).as("seed %d", seed).isLessThan(130);
      assertThat(moved.mask().area()).isBetween(180L, 460L);
    }
  }

  @Test
  void theSameSeedGivesTheSamePixelsAndAnotherSeedOthers() {
    Sample one = Augmentation.of(sample(120, 80), 5);
    assertThat(Augmentation.of(sample(120, 80), 5).image().rgb()).isEqualTo(one.image().rgb());
    Set<String> sizes = new HashSet<>();
    for (long seed = 0; seed < 40; seed++) {
      Sample other = Augmentation.of(sample(120, 80), seed);
      sizes.add(other.image().width() + "x" + other.image().height());
    }
    assertThat(sizes).hasSizeGreaterThan(20);
  }

  @Test
  void theLabelFollowsTheMask() {
    Sample empty = new Sample(RgbImage.black(60, 60), Mask.empty(60, 60), true, "drawn");
    assertThat(Augmentation.of(empty, 1).fake()).isFalse();
    assertThat(Augmentation.of(sample(120, 80), 1).fake()).isTrue();
  }
}
