package org.palimpsest.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;

class OverlayTest {
  private static RgbImage grey(int width, int height) {
    RgbImage image = RgbImage.black(width, height);
    Arrays.fill(image.rgb(), (byte) 128);
    return image;
  }

  private static FloatMap square(int size, int from, int to) {
    FloatMap map = new FloatMap(size, size, new float[size * size]);
    for (int y = from; y < to; y++) {
      Arrays.fill(map.values(), y * size + from, y * size + to, 1f);
    }
    return map;
  }

  private static int colour(RgbImage image, int x, int y) {
    return image.value(x, y, 0) << 16 | image.value(x, y, 1) << 8 | image.value(x, y, 2);
  }

  @Test
  void showsTheImageItselfWhereTheMapIsQuiet() {
    RgbImage painted =
        Overlay.standard().paint(grey(300, 300), Heatmap.of(square(300, 100, 200), 0.5f));
    assertThat(colour(painted, 20, 20)).isEqualTo(0x808080);
    assertThat(colour(painted, 250, 280)).isEqualTo(0x808080);
  }

  @Test
  void mixesTheColourOfTheValueOverTheImage() {
    RgbImage painted =
        Overlay.standard().paint(grey(300, 300), Heatmap.of(square(300, 100, 200), 0.5f));
    int red = Math.round(128 + 0.65f * (0xfd - 128));
    int green = Math.round(128 + 0.65f * (0xe7 - 128));
    int blue = Math.round(128 + 0.65f * (0x25 - 128));
    assertThat(colour(painted, 150, 150)).isEqualTo(red << 16 | green << 8 | blue);
  }

  @Test
  void outlinesTheRegionAtItsEdge() {
    RgbImage painted =
        Overlay.standard().paint(grey(300, 300), Heatmap.of(square(300, 100, 200), 0.5f));
    assertThat(colour(painted, 160, 100)).isEqualTo(0xffffff);
    assertThat(colour(painted, 160, 200)).isEqualTo(0xffffff);
    assertThat(colour(painted, 200, 160)).isEqualTo(0xffffff);
  }

  @Test
  void addsTheLegendBelowTheImageAndHidesNothingOfIt() {
    RgbImage painted =
        Overlay.standard()
            .paint(grey(300, 200), Heatmap.of(new FloatMap(300, 200, new float[60000]), 0.5f));
    assertThat(painted.width()).isEqualTo(300);
    assertThat(painted.height()).isEqualTo(200 + Legend.height(1));
    for (int y = 0; y < 200; y += 7) {
      for (int x = 0; x < 300; x += 7) {
        assertThat(colour(painted, x, y)).isEqualTo(0x808080);
      }
    }
    assertThat(colour(painted, 8, 205)).isEqualTo(0x440154);
  }

  @Test
  void averagesALargeImageDownWithoutLosingAThinRegion() {
    FloatMap map = new FloatMap(6000, 40, new float[240000]);
    for (int y = 0; y < 40; y++) {
      Arrays.fill(map.values(), y * 6000 + 3000, y * 6000 + 3002, 1f);
    }
    RgbImage painted = Overlay.standard().paint(grey(6000, 40), Heatmap.of(map, 0.5f));
    assertThat(painted.width()).isEqualTo(Overlay.LONGEST_SIDE);
    assertThat(colour(painted, 1024, 7)).isNotEqualTo(0x808080);
  }

  @Test
  void keepsAOnePixelImageReadable() {
    RgbImage painted =
        Overlay.standard()
            .paint(grey(1, 1), Heatmap.of(new FloatMap(1, 1, new float[] {0.2f}), 0.5f));
    assertThat(painted.width()).isGreaterThan(100);
  }

  @Test
  void refusesAMapOfAnotherSize() {
    Heatmap other = Heatmap.of(new FloatMap(2, 2, new float[4]), 0.5f);
    assertThatThrownBy(() -> Overlay.standard().paint(grey(3, 3), other))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
