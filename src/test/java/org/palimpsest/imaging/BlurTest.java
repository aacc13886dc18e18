package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BlurTest {
  @Test
  void theGaussianSpreadsAPointByItsKernel() {
    RgbImage point = RgbImage.black(9, 9);
    point.rgb()[(4 * 9 + 4) * 3 + 1] = (byte) 255;
    RgbImage blurred = new GaussianBlur(5).apply(point);
    // 255 * (6/16)^2, 255 * 4*6/256, 255 * 1/256, rounded.
    assertThat(blurred.value(4, 4, 1)).isEqualTo(36);
    assertThat(blurred.value(5, 4, 1)).isEqualTo(24);
    assertThat(blurred.value(2, 2, 1)).isEqualTo(1);
    assertThat(blurred.value(4, 4, 0)).isZero();
  }

  @Test
  void bordersAreMirroredWithoutRepeatingTheEdge() {
    RgbImage row = new RgbImage(3, 1, new byte[] {0, 0, 0, 100, 100, 100, 40, 40, 40});
    RgbImage blurred = new GaussianBlur(3).apply(row);
    assertThat(blurred.rgb()).containsExactly(50, 50, 50, 60, 60, 60, 70, 70, 70);
  }

  @Test
  void otherSizesAreRefused() {
    assertThatThrownBy(() -> new GaussianBlur(9)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void boxesAverageAndKeepTheSum() {
    FloatMap point = new FloatMap(5, 5, new float[25]);
    point.values()[12] = 9;
    FloatMap blurred = new BoxBlur(1, 1).apply(point);
    assertThat(blurred.at(1, 1)).isCloseTo(1f, within(1e-6f));
    assertThat(blurred.at(0, 0)).isZero();
    assertThat(new BoxBlur(0, 3).apply(point).values()).isEqualTo(point.values());
  }
}
