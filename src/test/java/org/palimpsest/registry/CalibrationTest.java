package org.palimpsest.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.palimpsest.registry.Calibration.Knot;
import org.palimpsest.registry.Calibration.Method;

class CalibrationTest {
  private static Calibration calibration(
      Method method, Statistic statistic, @Nullable Double temperature, Knot... knots) {
    return new Calibration(
        method, statistic, 0.4, temperature, List.of(knots), "data", 20, 30, 0.05, 5, "2026-01-02");
  }

  @Test
  void knotsAreJoinedByLinesAndHeldBeyondTheEnds() {
    Calibration calibration =
        calibration(Method.ISOTONIC, Statistic.AREA, null, new Knot(0.1, 0.2), new Knot(0.3, 0.6));
    assertThat(calibration.probability(0)).isEqualTo(0.2);
    assertThat(calibration.probability(0.2)).isCloseTo(0.4, within(1e-12));
    assertThat(calibration.probability(1)).isEqualTo(0.6);
  }

  @Test
  void aTemperatureDividesTheLogit() {
    Calibration calibration = calibration(Method.TEMPERATURE, Statistic.IMAGE_SCORE, 2.0);
    assertThat(calibration.probability(0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(calibration.probability(0.9)).isCloseTo(0.75, within(1e-9));
    assertThat(calibration.probability(1)).isLessThan(1);
    assertThat(calibration.probability(0)).isGreaterThan(0);
  }

  @Test
  void whatCannotBeACalibrationIsRefused() {
    Knot low = new Knot(0.1, 0.2);
    Knot high = new Knot(0.3, 0.6);
    assertThatThrownBy(() -> new Knot(0.5, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Knot(Double.NaN, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> calibration(Method.ISOTONIC, Statistic.AREA, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> calibration(Method.ISOTONIC, Statistic.AREA, null, high, low))
        .hasMessageContaining("never fall");
    assertThatThrownBy(() -> calibration(Method.TEMPERATURE, Statistic.AREA, 2.0))
        .hasMessageContaining("class score");
    assertThatThrownBy(() -> calibration(Method.TEMPERATURE, Statistic.IMAGE_SCORE, -1.0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCardKeepsItsCalibrationAndOneWithoutStaysReadable() throws Exception {
    Calibration calibration =
        calibration(Method.ISOTONIC, Statistic.AREA, null, new Knot(0.1, 0.2));
    ModelCard card = Cards.unmeasured("m").measured(List.of(), null, calibration, List.of());
    assertThat(CardFile.MAPPER.readValue(card.toJson(), ModelCard.class)).isEqualTo(card);
    String older = Cards.unmeasured("m").toJson().replaceFirst("\"calibration\" : null,", "");
    assertThat(CardFile.MAPPER.readValue(older, ModelCard.class).calibration()).isNull();
  }
}
