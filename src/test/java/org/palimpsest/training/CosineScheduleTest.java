package org.palimpsest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CosineScheduleTest {
  @Test
  void fiftyEpochsGiveTheRatesOfTheReleasedCode() {
    CosineSchedule schedule = new CosineSchedule(1e-4, 0, 0, 50);

    assertThat(schedule.at(0)).isEqualTo(1e-4);
    assertThat(schedule.at(10)).isCloseTo(9.04508e-5, within(1e-10));
    assertThat(schedule.at(25)).isCloseTo(5e-5, within(1e-10));
    assertThat(schedule.at(49)).isCloseTo(9.86636e-8, within(1e-12));
  }

  @Test
  void warmUpRisesLinearlyToTheBaseRate() {
    CosineSchedule schedule = new CosineSchedule(1e-3, 1e-5, 4, 20);

    assertThat(schedule.at(0)).isZero();
    assertThat(schedule.at(1)).isCloseTo(2.5e-4, within(1e-12));
    assertThat(schedule.at(4)).isCloseTo(1e-3, within(1e-12));
    assertThat(schedule.at(20)).isCloseTo(1e-5, within(1e-12));
  }
}
