package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResizeTest {
  private final GoldenTensors golden = new GoldenTensors("preprocess.safetensors");

  @ParameterizedTest
  @ValueSource(strings = {"up", "down", "down_exact2", "same", "mixed"})
  void bilinearEqualsOpenCvBitForBit(String name) {
    RgbImage expected = golden.image(name + ".resized_rgb");
    RgbImage actual =
        Resize.bilinear(golden.image(name + ".rgb"), expected.width(), expected.height());
    assertThat(actual.rgb()).isEqualTo(expected.rgb());
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "down", "down_exact2", "same", "mixed"})
  void nearestEqualsOpenCv(String name) {
    Mask expected = golden.mask(name + ".resized_mask");
    Mask actual = Resize.nearest(golden.mask(name + ".mask"), expected.width(), expected.height());
    assertThat(actual.values()).isEqualTo(expected.values());
  }

  @Test
  void areaAveragesWholeAndSharedPixels() {
    RgbImage row = new RgbImage(3, 1, new byte[] {0, 0, 0, 30, 60, 90, 90, 90, 90});
    RgbImage shrunk = Resize.area(row, 2, 1);
    // Each new pixel covers one old pixel and half of the middle one.
    assertThat(shrunk.rgb()).containsExactly(10, 20, 30, 70, 80, 90);
  }

  @Test
  void areaOfAPictureKeepsItsMean() {
    RgbImage image = TestImages.photograph(131, 97, 5);
    assertThat(mean(Resize.area(image, 40, 33))).isCloseTo(mean(image), within(0.2));
  }

  @ParameterizedTest
  @EnumSource(ResamplingKernel.class)
  void kernelsKeepAPlainColour(ResamplingKernel kernel) {
    RgbImage plain = RgbImage.black(9, 7);
    Arrays.fill(plain.rgb(), (byte) 0x50);
    for (byte value : Resize.filtered(plain, 23, 4, kernel).rgb()) {
      assertThat(value).isEqualTo((byte) 0x50);
    }
  }

  @ParameterizedTest
  @EnumSource(ResamplingKernel.class)
  void kernelsLeaveAPictureOfTheSameSizeAlone(ResamplingKernel kernel) {
    RgbImage image = TestImages.photograph(31, 17, 3);
    assertThat(Resize.filtered(image, 31, 17, kernel).rgb()).isEqualTo(image.rgb());
  }

  @Test
  void cubicOvershootsAtAnEdgeAndAreaDoesNot() {
    RgbImage edge = RgbImage.black(8, 1);
    for (int i = 0; i < 24; i++) {
      edge.rgb()[i] = (byte) (i < 12 ? 60 : 180);
    }
    assertThat(max(Resize.cubic(edge, 32, 1))).isGreaterThan(185);
    assertThat(max(Resize.area(edge, 32, 1))).isEqualTo(180);
  }

  @Test
  void shrinkingWithACubicDoesNotAlias() {
    RgbImage stripes = RgbImage.black(64, 4);
    for (int i = 0; i < stripes.rgb().length; i++) {
      stripes.rgb()[i] = (byte) ((i / 3) % 2 == 0 ? 0 : 200);
    }
    RgbImage shrunk = Resize.cubic(stripes, 16, 2);
    for (int x = 2; x < 14; x++) {
      assertThat(shrunk.value(x, 0, 0)).isBetween(94, 106);
    }
  }

  @Test
  void mapsAreInterpolatedBetweenPixelCentres() {
    FloatMap map = new FloatMap(2, 1, new float[] {0, 1});
    assertThat(Resize.bilinear(map, 4, 1).values()).containsExactly(0f, 0.25f, 0.75f, 1f);
  }

  private static double mean(RgbImage image) {
    double sum = 0;
    for (byte value : image.rgb()) {
      sum += value & 0xff;
    }
    return sum / image.rgb().length;
  }

  private static int max(RgbImage image) {
    int max = 0;
    for (byte value : image.rgb()) {
      max = Math.max(max, value & 0xff);
    }
    return max;
  }
}
