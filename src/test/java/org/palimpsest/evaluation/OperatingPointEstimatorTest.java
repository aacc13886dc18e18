package org.palimpsest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatingPointEstimatorTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.05, 0.1, 0.5})
  void noMoreThanTheStatedShareIsFlaggedAndOneStepLowerItWouldBe(double rate) {
    double[] scores = new Random(3).doubles(100).toArray();
    double threshold = OperatingPointEstimator.threshold(scores, rate);
    assertThat(OperatingPointEstimator.falseAlarms(scores, threshold).value()).isEqualTo(rate);
    assertThat(OperatingPointEstimator.falseAlarms(scores, Math.nextDown(threshold)).value())
        .isGreaterThan(rate);
  }

  @Test
  void aTieIsFlaggedWholeOrNotAtAll() {
    double[] areas = new double[50];
    Arrays.fill(areas, 0, 5, 0.2);
    double threshold = OperatingPointEstimator.threshold(areas, 0.06);
    assertThat(threshold).isGreaterThan(0.2);
    assertThat(OperatingPointEstimator.falseAlarms(areas, threshold).value()).isZero();
    assertThat(OperatingPointEstimator.threshold(areas, 0.1)).isEqualTo(Double.MIN_VALUE);
  }

  @Test
  void anImageExactlyAtTheThresholdIsFlagged() {
    double[] scores = {0.1, 0.4, 0.4, 0.9};
    assertThat(OperatingPointEstimator.falseAlarms(scores, 0.4).value()).isEqualTo(0.75);
    assertThat(OperatingPointEstimator.misses(scores, 0.4).value()).isEqualTo(0.25);
  }

  @Test
  void ratesCarryTheirInterval() {
    double[] none = new double[20];
    assertThat(OperatingPointEstimator.falseAlarms(none, 1).high95()).isBetween(0.168, 0.169);
  }

  @Test
  void noImagesAndNoNumbersAreRefused() {
    assertThatThrownBy(() -> OperatingPointEstimator.threshold(new double[0], 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OperatingPointEstimator.threshold(new double[] {Double.NaN}, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OperatingPointEstimator.threshold(new double[] {1}, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OperatingPointEstimator.misses(new double[0], 0.1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
