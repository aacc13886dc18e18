package org.palimpsest.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;

class OverlayRasterTest {
  private static FloatMap ramp(int width, int height) {
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % width / (width - 1f);
    }
    return new FloatMap(width, height, values);
  }

  @Test
  void theScreenShowsTheColoursOfTheReport() {
    FloatMap map = ramp(200, 40);
    RgbImage image = RgbImage.black(200, 40);
    Overlay report = new Overlay(new ColourMap(Palette.INFERNO), 0.65f, 2048, false);
    RgbImage painted = report.paint(image, new Heatmap(map, 0.3f, 0, List.of(), 0, 1));
    int[] screen = OverlayRaster.of(map, 2048).premultiplied(report.colours(), 0.3f);
    for (int i = 0; i < screen.length; i++) {
      for (int channel = 0; channel < 3; channel++) {
        float shown = (screen[i] >> (16 - 8 * channel) & 0xff) * 0.65f;
        assertThat(shown)
            .isBetween(
                painted.value(i % 200, i / 200, channel) - 1.5f,
                painted.value(i % 200, i / 200, channel) + 1.5f);
      }
    }
  }

  @Test
  void aLargeMapIsAveragedSoThatAThinLineStaysVisible() {
    float[] values = new float[4000 * 10];
    for (int y = 0; y < 10; y++) {
      values[y * 4000 + 1999] = 1;
    }
    OverlayRaster raster = OverlayRaster.of(new FloatMap(4000, 10, values), 1000);
    assertThat(raster.width()).isEqualTo(1000);
    assertThat(raster.height()).isEqualTo(3);
    int[] pixels = raster.premultiplied(new ColourMap(), 0.5f);
    assertThat(pixels[1999 / 4] >>> 24).isBetween(126, 129);
    assertThat(pixels[100] >>> 24).isZero();
  }

  @Test
  void aSinglePixelIsARaster() {
    OverlayRaster raster = OverlayRaster.of(new FloatMap(1, 1, new float[] {1}), 2048);
    assertThat(raster.premultiplied(new ColourMap(), 0)).containsExactly(0xfffde725);
  }

  @Test
  void roughOutlinesLieWhereTheMeasuredOnesDo() {
    float[] values = new float[3000 * 2000];
    for (int y = 400; y < 1000; y++) {
      for (int x = 900; x < 1800; x++) {
        values[y * 3000 + x] = 0.9f;
      }
    }
    FloatMap map = new FloatMap(3000, 2000, values);
    var rough = RoughRegions.of(map, 1024).above(0.5f);
    assertThat(rough).hasSize(1);
    for (Point point : rough.getFirst()) {
      assertThat(point.x())
          .satisfiesAnyOf(
              x -> assertThat(x).isBetween(895, 905), x -> assertThat(x).isBetween(1795, 1805));
      assertThat(point.y())
          .satisfiesAnyOf(
              y -> assertThat(y).isBetween(395, 405), y -> assertThat(y).isBetween(995, 1005));
    }
  }
}
