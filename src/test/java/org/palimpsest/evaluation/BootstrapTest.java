package org.palimpsest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private final Random random = new Random(2);

  @Test
  void theIntervalOfAMeanIsThatOfItsStandardError() {
    double[] values = random.doubles(400).toArray();
    Estimate mean = Bootstrap.STANDARD.mean(values);
    Estimate.Interval interval = Objects.requireNonNull(mean.interval());
    // The standard error of 400 uniform values is sqrt(1/12/400) = 0.01443.
    assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * 0.01443, within(0.006));
    assertThat(mean.value()).isBetween(interval.low(), interval.high());
    assertThat(mean.n()).isEqualTo(400);
    double lower = Bootstrap.STANDARD.lowerBound95(values).orElseThrow();
    assertThat(mean.value() - lower).isCloseTo(1.645 * 0.01443, within(0.004));
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    double[] values = random.doubles(50).toArray();
    assertThat(new Bootstrap(7, 500).mean(values)).isEqualTo(new Bootstrap(7, 500).mean(values));
    assertThat(new Bootstrap(7, 500).mean(values)).isNotEqualTo(new Bootstrap(8, 500).mean(values));
  }

  @Test
  void twoPicturesCarryNoInterval() {
    Estimate mean = Bootstrap.STANDARD.mean(new double[] {0.2, 0.4});
    assertThat(mean.value()).isCloseTo(0.3, within(1e-12));
    assertThat(mean.interval()).isNull();
    assertThat(mean.words(3, false)).isEqualTo("0.300");
    assertThat(Bootstrap.STANDARD.lowerBound95(new double[] {1, 2})).isEmpty();
  }

  @Test
  void aFigureOfTwoSamplesIsDrawnFromBoth() {
    Estimate difference =
        Bootstrap.STANDARD
            .ofTwo(
                60, 40, (first, second) -> OptionalDouble.of(mean(first) / 60 - mean(second) / 40))
            .orElseThrow();
    Estimate.Interval interval = Objects.requireNonNull(difference.interval());
    assertThat(difference.n()).isEqualTo(100);
    assertThat(interval.low()).isLessThan(difference.value());
    assertThat(interval.high()).isGreaterThan(difference.value());
    assertThat(Bootstrap.STANDARD.ofTwo(5, 5, (a, b) -> OptionalDouble.empty())).isEmpty();
  }

  private static double mean(int[] values) {
    double sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
