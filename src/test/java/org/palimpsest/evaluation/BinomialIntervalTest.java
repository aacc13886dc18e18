package org.palimpsest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.registry.Rate;

class BinomialIntervalTest {
  /** R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 5 (Clopper-Pearson). */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2527, 0.3676",
    "15, 148, 0.0578, 0.1617",
    "0, 20, 0.0000, 0.1684",
    "1, 29, 0.0009, 0.1776"
  })
  void equalsThePublishedValues(int hits, int trials, double low, double high) {
    Rate rate = BinomialInterval.of95(hits, trials);
    assertThat(rate.value()).isEqualTo((double) hits / trials);
    assertThat(rate.low95()).isCloseTo(low, Offset.offset(5.1e-5));
    assertThat(rate.high95()).isCloseTo(high, Offset.offset(5.1e-5));
  }

  @Test
  void extremesFollowTheClosedForm() {
    for (int trials : new int[] {1, 124, 100_000}) {
      double bound = 1 - Math.pow(0.025, 1.0 / trials);
      assertThat(BinomialInterval.of95(0, trials).high95()).isCloseTo(bound, Offset.offset(1e-9));
      assertThat(BinomialInterval.of95(trials, trials).low95())
          .isCloseTo(1 - bound, Offset.offset(1e-9));
    }
  }

  @Test
  void hitsAndMissesAreMirrorImages() {
    Rate hits = BinomialInterval.of95(37, 500);
    Rate misses = BinomialInterval.of95(463, 500);
    assertThat(hits.low95()).isCloseTo(1 - misses.high95(), Offset.offset(1e-9));
    assertThat(hits.high95()).isCloseTo(1 - misses.low95(), Offset.offset(1e-9));
  }

  @Test
  void whatIsNoProportionIsRefused() {
    assertThatThrownBy(() -> BinomialInterval.of95(0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BinomialInterval.of95(3, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
