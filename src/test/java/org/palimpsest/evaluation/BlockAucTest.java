package org.palimpsest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;

class BlockAucTest {
  @Test
  void aMapThatIsBrightInTheEditedBlockOnlyScoresOne() {
    assertThat(BlockAuc.of(square(48, 32, 16, 16, 16), mask(48, 32, 16, 16, 16))).hasValue(1);
  }

  @Test
  void aBlockIsPositiveWhenMoreThanHalfOfItIsEdited() {
    Mask half = mask(32, 16, 0, 0, 8, 16);
    assertThat(BlockAuc.of(new FloatMap(32, 16, new float[512]), half)).isEmpty();
    half.values()[8] = 1;
    assertThat(BlockAuc.of(new FloatMap(32, 16, new float[512]), half)).hasValue(0.5);
  }

  @Test
  void scoresAreMeansSoOneBrightPixelDoesNotOutweighAGreyBlock() {
    float[] values = new float[32 * 16];
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        values[y * 32 + x] = 0.1f;
      }
    }
    values[20] = 1;
    assertThat(BlockAuc.of(new FloatMap(32, 16, values), mask(32, 16, 0, 0, 16))).hasValue(1);
  }

  @Test
  void borderBlocksCountWhenMoreThanHalfInside() {
    // 16 + 8 columns: the second block is half inside and left out, so only one kind remains.
    assertThat(BlockAuc.of(new FloatMap(24, 16, new float[384]), mask(24, 16, 0, 0, 16))).isEmpty();
    assertThat(BlockAuc.of(new FloatMap(25, 16, new float[400]), mask(25, 16, 0, 0, 16)))
        .hasValue(0.5);
  }

  @Test
  void anImageSmallerThanHalfABlockHasNoScore() {
    assertThat(BlockAuc.of(new FloatMap(4, 4, new float[16]), Mask.empty(4, 4))).isEmpty();
  }

  @Test
  void mapsOfDifferentSizesAreRefused() {
    assertThatThrownBy(() -> BlockAuc.of(new FloatMap(4, 2, new float[8]), Mask.empty(2, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 x 2");
  }

  private static FloatMap square(int width, int height, int left, int top, int side) {
    byte[] marked = mask(width, height, left, top, side).values();
    float[] values = new float[marked.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = marked[i];
    }
    return new FloatMap(width, height, values);
  }

  private static Mask mask(int width, int height, int left, int top, int side) {
    return mask(width, height, left, top, side, side);
  }

  private static Mask mask(int width, int height, int left, int top, int columns, int rows) {
    Mask mask = Mask.empty(width, height);
    for (int y = top; y < top + rows; y++) {
      for (int x = left; x < left + columns; x++) {
        mask.values()[y * width + x] = 1;
      }
    }
    return mask;
  }
}
