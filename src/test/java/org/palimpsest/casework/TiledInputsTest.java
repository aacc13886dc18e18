package org.palimpsest.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.RgbImage;

class TiledInputsTest {
  @Test
  void longStripThatWouldBeMostlyPaddingIsRefused() {
    assertThatThrownBy(() -> new TiledInputs(RgbImage.black(65_000, 2), 256, 64))
        .isInstanceOfSatisfying(
            PredictionException.class, e -> assertThat(e.code()).isEqualTo("PRE-03"))
        .hasMessageContaining("65,000 x 2 pixels");
  }

  @Test
  void shortStripAndLongPictureAreTiled() throws PredictionException {
    assertThat(new TiledInputs(RgbImage.black(5000, 1), 256, 64).count()).isEqualTo(26);
    assertThat(new TiledInputs(RgbImage.black(20_000, 256), 256, 64).count()).isEqualTo(104);
    assertThat(new TiledInputs(RgbImage.black(1, 1), 256, 64).count()).isEqualTo(1);
  }
}
