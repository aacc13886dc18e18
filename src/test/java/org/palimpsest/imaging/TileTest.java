package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TileTest {
  @Test
  void cutCopiesTheWindow() {
    RgbImage cut = new Tile(8, 16, 4).cut(numbered(40, 40));
    assertThat(cut.value(0, 0, 0)).isEqualTo(8);
    assertThat(cut.value(3, 0, 0)).isEqualTo(11);
    assertThat(cut.value(0, 3, 1)).isEqualTo(19);
    assertThat(cut.value(2, 2, 2)).isEqualTo(7);
  }

  @Test
  void whatLiesPastTheEdgeIsMirrored() {
    RgbImage cut = new Tile(8, 8, 6).cut(numbered(11, 10));
    assertThat(row(cut, 0)).containsExactly(8, 9, 10, 9, 8, 7);
    assertThat(column(cut, 0)).containsExactly(8, 9, 8, 7, 6, 5);
  }

  @Test
  void imageMuchSmallerThanTheTileIsMirroredAgainAndAgain() {
    RgbImage cut = new Tile(0, 0, 8).cut(numbered(3, 2));
    assertThat(row(cut, 5)).containsExactly(0, 1, 2, 1, 0, 1, 2, 1);
    assertThat(column(cut, 7)).containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
  }

  @Test
  void singlePixelFillsTheTile() {
    RgbImage cut = new Tile(0, 0, 5).cut(new RgbImage(1, 1, new byte[] {1, 2, 3}));
    for (int i = 0; i < 25; i++) {
      assertThat(cut.rgb()[i * 3 + 2]).isEqualTo((byte) 3);
    }
  }

  @Test
  void tileOutsideTheImageIsRefused() {
    assertThatThrownBy(() -> new Tile(16, 0, 8).cut(RgbImage.black(16, 16)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outside");
  }

  @Test
  void originOffTheGridIsRefused() {
    assertThatThrownBy(() -> new Tile(4, 0, 8)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Red is the column, green the row, blue a constant. */
  private static RgbImage numbered(int width, int height) {
    RgbImage image = RgbImage.black(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = (y * width + x) * 3;
        image.rgb()[at] = (byte) x;
        image.rgb()[at + 1] = (byte) y;
        image.rgb()[at + 2] = 7;
      }
    }
    return image;
  }

  private static int[] row(RgbImage image, int y) {
    int[] row = new int[image.width()];
    for (int x = 0; x < row.length; x++) {
      row[x] = image.value(x, y, 0);
    }
    return row;
  }

  private static int[] column(RgbImage image, int x) {
    int[] column = new int[image.height()];
    for (int y = 0; y < column.length; y++) {
      column[y] = image.value(x, y, 1);
    }
    return column;
  }
}
