package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TileBlenderTest {
  @Test
  void tilesThatAgreeGiveExactlyTheirValue() {
    for (float value : new float[] {0f, 1f, 0.1f, 0.7f, 1e-7f}) {
      TileBlender blender = new TileBlender(150, 101);
      for (Tile tile : TileGrid.of(150, 101, 64, 24)) {
        blender.add(tile, constant(64, value));
      }
      assertThat(blender.blended().values()).containsOnly(value);
    }
  }

  @Test
  void seamBetweenTilesThatDisagreeIsARampWithoutAStep() {
    List<Tile> tiles = TileGrid.of(96, 64, 64, 32);
    TileBlender blender = new TileBlender(96, 64);
    blender.add(tiles.get(0), constant(64, 0));
    blender.add(tiles.get(1), constant(64, 1));
    FloatMap map = blender.blended();
    assertThat(map.at(31, 20)).isZero();
    assertThat(map.at(64, 20)).isEqualTo(1);
    for (int x = 32; x < 64; x++) {
      assertThat(map.at(x, 20) - map.at(x - 1, 20)).isBetween(0f, 0.08f);
    }
    assertThat(map.at(47, 20) + map.at(48, 20)).isCloseTo(1, within(1e-5f));
  }

  @Test
  void orderOfTilesChangesRoundingOnly() {
    List<Tile> tiles = TileGrid.of(200, 120, 64, 16);
    TileBlender forth = new TileBlender(200, 120);
    TileBlender back = new TileBlender(200, 120);
    for (int i = 0; i < tiles.size(); i++) {
      forth.add(tiles.get(i), constant(64, i));
      int j = tiles.size() - 1 - i;
      back.add(tiles.get(j), constant(64, j));
    }
    assertThat(forth.blended().values()).containsExactly(back.blended().values(), within(1e-4f));
  }

  @Test
  void tileLargerThanTheImageIsCropped() {
    TileBlender blender = new TileBlender(3, 2);
    float[] values = new float[64];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    blender.add(new Tile(0, 0, 8), new FloatMap(8, 8, values));
    assertThat(blender.blended().values()).containsExactly(0, 1, 2, 8, 9, 10);
  }

  @Test
  void pixelThatNoTileCoversIsAnError() {
    TileBlender blender = new TileBlender(65, 64);
    blender.add(new Tile(0, 0, 64), constant(64, 1));
    assertThatThrownBy(blender::blended)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("(64, 0)");
  }

  @Test
  void mapOfAnotherSizeThanItsTileIsRefused() {
    TileBlender blender = new TileBlender(64, 64);
    assertThatThrownBy(() -> blender.add(new Tile(0, 0, 64), constant(32, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FloatMap constant(int size, float value) {
    float[] values = new float[size * size];
    Arrays.fill(values, value);
    return new FloatMap(size, size, values);
  }
}
