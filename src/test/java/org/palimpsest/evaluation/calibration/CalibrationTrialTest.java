package org.palimpsest.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.palimpsest.registry.Calibration.Knot;
import org.palimpsest.registry.Calibration.Method;
import org.palimpsest.registry.Statistic;

class CalibrationTrialTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  private static List<Observation> observations(double... signed) {
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < signed.length; i++) {
      all.add(new Observation(i, Math.abs(signed[i]), signed[i] > 0));
    }
    return all;
  }

  private static CalibrationTrial trial(Method method, List<Observation> observations) {
    return CalibrationTrial.of(method, Statistic.IMAGE_SCORE, 0, observations, "data", DAY, 1);
  }

  @Test
  void adjacentViolatorsArePooled() {
    // Authentic 1, fake 2, authentic 3, fake 4: the middle two become one level of one half.
    List<Knot> knots = Isotonic.fit(observations(-1, 2, -3, 4));
    assertThat(knots).hasSize(4);
    assertThat(knots.get(0)).isEqualTo(new Knot(1, 0.25));
    assertThat(knots.get(1)).isEqualTo(new Knot(2, 0.5));
    assertThat(knots.get(2)).isEqualTo(new Knot(3, 0.5));
    // Two pictures of a kind show no more than 3 in 4.
    assertThat(knots.get(3)).isEqualTo(new Knot(4, 0.75));
  }

  @Test
  void tiesAreOneLevelAndKindsWeighTheSameHoweverManyTheyAre() {
    List<Knot> knots = Isotonic.fit(observations(5, -5, -5, -5, -5, -5));
    assertThat(knots)
        .singleElement()
        .satisfies(knot -> assertThat(knot.probability()).isCloseTo(0.5, within(1e-12)));
  }

  @Test
  void theTemperatureThatMadeTheScoresIsFound() {
    Random random = new Random(4);
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double logit = 2 * random.nextGaussian();
      boolean fake = random.nextDouble() < 1 / (1 + Math.exp(-logit));
      observations.add(new Observation(i, 1 / (1 + Math.exp(-3 * logit)), fake));
    }
    assertThat(Temperature.fit(observations)).isCloseTo(3, within(0.15));
    CalibrationTrial trial = trial(Method.TEMPERATURE, observations);
    assertThat(trial.reliability().expectedCalibrationError()).isLessThan(0.02);
    assertThat(trial.isUsable()).isTrue();
    assertThat(trial(Method.ISOTONIC, observations).reliability().expectedCalibrationError())
        .isLessThan(0.03);
  }

  @Test
  void aStatisticThatMeansNothingIsNotUsable() {
    Random random = new Random(6);
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      observations.add(new Observation(i, random.nextDouble(), i % 2 == 0));
    }
    assertThat(trial(Method.ISOTONIC, observations).isUsable()).isFalse();
  }

  @Test
  void aCalibrationIsTriedOnPicturesItWasNotFittedOn() {
    // Every picture has a value of its own: a fit that saw it would be right about it.
    List<Observation> observations = new ArrayList<>();
    for (int picture = 0; picture < 40; picture++) {
      boolean fake = picture % 2 == 0;
      for (int copy = 0; copy < 3; copy++) {
        observations.add(new Observation(picture, (picture * 7919 % 40) / 40.0, fake));
      }
    }
    CalibrationTrial trial = trial(Method.ISOTONIC, observations);
    assertThat(trial.calibration().fake()).isEqualTo(20);
    assertThat(trial.calibration().expectedCalibrationError())
        .isEqualTo(trial.reliability().expectedCalibrationError());
    assertThat(trial.reliability().brier()).isGreaterThan(0.2);
  }

  @Test
  void reliabilityIsComputedByHand() {
    List<Observation> observations = observations(1, 1, -1, -1);
    Reliability reliability = Reliability.of(observations, new double[] {0.9, 0.7, 0.7, 0.1});
    // Bins at 0.9, 0.7 and 0.1 weigh 1/4, 1/2 and 1/4: |0.9-1|/4 + |0.7-0.5|/2 + |0.1-0|/4.
    assertThat(reliability.expectedCalibrationError()).isCloseTo(0.15, within(1e-12));
    assertThat(reliability.brier()).isCloseTo((0.01 + 0.09 + 0.49 + 0.01) / 4, within(1e-12));
    assertThat(reliability.bins()).hasSize(3);
  }

  @Test
  void oneKindAloneIsRefusedAndNotPossible() {
    assertThatThrownBy(() -> Isotonic.fit(observations(1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(CalibrationTrial.isPossible(observations(1, 2, 3, 4, 5, -1, -2, -3, -4))).isFalse();
    assertThatThrownBy(() -> new Observation(0, Double.NaN, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
