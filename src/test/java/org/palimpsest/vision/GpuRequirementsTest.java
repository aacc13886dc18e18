package org.palimpsest.vision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.palimpsest.vision.GpuRequirements.Step;

class GpuRequirementsTest {
  @Test
  void theDriversVersionIsReadFromWhatItsKernelModuleSays() {
    assertThat(
            GpuRequirements.driverOf(
                """
                NVRM version: NVIDIA UNIX x86_64 Kernel Module  570.86.10  Thu Jan 23 2025
                GCC version:  gcc version 12.2.0 (Debian 12.2.0-14)
                """))
        .isEqualTo("570.86.10");
    assertThat(GpuRequirements.driverOf("")).isNull();
  }

  @Test
  void aMachineThatHasEverythingLacksNothing() {
    assertThat(new GpuRequirements("570.86.10", true, true, 2).steps()).allMatch(Step::met);
    assertThat(new GpuRequirements(null, true, true, 1).steps()).allMatch(Step::met);
  }

  @Test
  void aDriverAloneLacksTheCudaBuildOfTheEngine() {
    assertThat(new GpuRequirements("570.86.10", false, false, 0).steps())
        .extracting(Step::met)
        .containsExactly(true, false, false, false);
    assertThat(new GpuRequirements("570.86.10", false, false, 0).steps().get(1).words())
        .contains("PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION=2.7.1", "PYTORCH_FLAVOR=cu128");
  }

  @Test
  void anOldDriverIsSaidToBeTooOld() {
    Step step = new GpuRequirements("470.256.02", true, true, 0).steps().getFirst();
    assertThat(step.met()).isFalse();
    assertThat(step.words()).contains("470.256.02 is too old", "525");
  }

  @Test
  void aMachineWithoutDriverIsToldSo() {
    Step step = new GpuRequirements(null, false, false, 0).steps().getFirst();
    assertThat(step.met()).isFalse();
    assertThat(step.words()).startsWith("No NVIDIA driver is found");
  }
}
