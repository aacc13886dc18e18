package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileGridTest {
  @Test
  void imageAsLargeAsATileIsOneTile() {
    assertThat(TileGrid.of(512, 512, 512, 128)).containsExactly(new Tile(0, 0, 512));
  }

  @Test
  void imageSmallerThanATileIsOneTile() {
    assertThat(TileGrid.of(3, 500, 512, 128)).containsExactly(new Tile(0, 0, 512));
  }

  @Test
  void onePixelMoreThanATileAddsATileOnTheGrid() {
    assertThat(TileGrid.of(513, 512, 512, 128))
        .containsExactly(new Tile(0, 0, 512), new Tile(8, 0, 512));
  }

  @ParameterizedTest
  @CsvSource({
    "1024,700,512,128",
    "1999,1333,512,64",
    "4032,3024,512,200",
    "100,90,64,56",
    "777,65,64,0",
    "65500,9,224,50"
  })
  void tilesCoverEveryPixelShareTheOverlapAndBarelyLeaveTheImage(
      int width, int height, int tile, int overlap) {
    List<Tile> tiles = TileGrid.of(width, height, tile, overlap);
    check(tiles.stream().mapToInt(Tile::x).distinct().toArray(), width, tile, overlap);
    check(tiles.stream().mapToInt(Tile::y).distinct().toArray(), height, tile, overlap);
    assertThat(tiles).doesNotHaveDuplicates();
  }

  private static void check(int[] origins, int length, int tile, int overlap) {
    assertThat(origins[0]).isZero();
    for (int i = 1; i < origins.length; i++) {
      assertThat(origins[i] - origins[i - 1]).isBetween(8, tile - overlap);
      assertThat(origins[i] % 8).isZero();
    }
    int end = origins[origins.length - 1] + tile;
    assertThat(end).isGreaterThanOrEqualTo(length);
    if (length >= tile) {
      assertThat(end).isLessThan(length + 8);
    }
  }

  @Test
  void overlapThatLeavesNoStepIsRefused() {
    assertThatThrownBy(() -> TileGrid.of(100, 100, 64, 60))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
