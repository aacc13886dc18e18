package org.palimpsest.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.imaging.GoldenTensors;
import org.palimpsest.imaging.Mask;

class EdgeMaskTest {
  private final GoldenTensors golden = new GoldenTensors("edge_masks.safetensors");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "disc",
        "border_block",
        "full",
        "empty",
        "single_pixel",
        "noise",
        "thin_lines",
        "diagonal"
      })
  void equalsTheReferenceGenerator(String name) {
    Mask mask = golden.mask(name + ".mask");
    assertThat(EdgeMask.of(mask, 7).values()).isEqualTo(golden.mask(name + ".edge7").values());
    assertThat(EdgeMask.of(mask, 3).values()).isEqualTo(golden.mask(name + ".edge3").values());
  }

  @Test
  void aSinglePixelHasThePlusOfThirteenPixels() {
    Mask mask = Mask.empty(16, 16);
    mask.values()[8 * 16 + 8] = 1;
    assertThat(EdgeMask.of(mask, 7).area()).isEqualTo(13);
  }

  @Test
  void evenWidthsAndTooSmallMasksAreRefused() {
    assertThatThrownBy(() -> EdgeMask.of(Mask.empty(16, 16), 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("odd");
    assertThatThrownBy(() -> EdgeMask.of(Mask.empty(7, 16), 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too small");
  }
}
