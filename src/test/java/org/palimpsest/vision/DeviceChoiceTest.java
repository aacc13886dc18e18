package org.palimpsest.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.vision.maskclip.MaskClipConfig;

class DeviceChoiceTest {
  private static final DeviceProbe NO_GPU = new SimulatedMachine(List.of(), 8L << 30);
  private static final DeviceProbe TWO_GPUS = new SimulatedMachine(List.of(90, 75), 8L << 30);

  private static double unasked() {
    throw new AssertionError("measured without need");
  }

  @ParameterizedTest
  @CsvSource({"auto,gpu:0,BF16", "gpu,gpu:0,BF16", "gpu:1,gpu:1,FP32"})
  void aGpuGetsHalfPrecisionWhereItsHardwareHasIt(
      String request, String device, Precision precision) throws UnavailableException {
    DeviceChoice choice =
        DeviceChoice.of(request, "auto", "auto", TWO_GPUS, DeviceChoiceTest::unasked);
    assertThat(choice.device()).hasToString(device);
    assertThat(choice.precision()).isEqualTo(precision);
    assertThat(choice.reason()).contains(device, precision.toString(), "compute capability");
  }

  @ParameterizedTest
  @CsvSource({"0.4,FP32", "1.1,FP32", "1.2,BF16", "2.5,BF16"})
  void theCpuGetsHalfPrecisionWhereAMeasurementSaysItPays(double speedup, Precision precision)
      throws UnavailableException {
    DeviceChoice choice = DeviceChoice.of("auto", "auto", "auto", NO_GPU, () -> speedup);
    assertThat(choice.device()).isEqualTo(ComputeDevice.CPU);
    assertThat(choice.precision()).isEqualTo(precision);
    assertThat(choice.reason()).contains("%.2f".formatted(speedup), "no usable GPU");
  }

  @Test
  void thePrecisionOfTheCardHoldsUnlessAnotherIsAskedFor() throws UnavailableException {
    assertThat(DeviceChoice.of("cpu", "auto", "fp32", TWO_GPUS, DeviceChoiceTest::unasked))
        .isEqualTo(
            new DeviceChoice(
                ComputeDevice.CPU, Precision.FP32, "cpu by the request; fp32 by the model's card"));
    assertThat(
            DeviceChoice.of("cpu", "bf16", "fp32", TWO_GPUS, DeviceChoiceTest::unasked).precision())
        .isEqualTo(Precision.BF16);
  }

  @ParameterizedTest
  @CsvSource({"gpu:0,auto", "gpu,fp32", "cpu,fp16", "tpu,fp32", "cpu,int8"})
  void whatTheMachineCannotDoIsRefused(String device, String precision) {
    assertThatThrownBy(
            () -> DeviceChoice.of(device, precision, "auto", NO_GPU, DeviceChoiceTest::unasked))
        .isInstanceOf(UnavailableException.class)
        .hasMessageEndingWith(".");
  }

  @Test
  void aGpuBeyondTheLastIsRefusedWithTheirNumber() {
    assertThatThrownBy(
            () -> DeviceChoice.of("gpu:2", "auto", "auto", TWO_GPUS, DeviceChoiceTest::unasked))
        .isInstanceOf(UnavailableException.class)
        .hasMessage("There is no gpu:2: the engine finds 2, counted from 0.");
  }

  @Test
  void theBatchFollowsTheFreeMemory() {
    MaskClipConfig config = MaskClipConfig.vitL();
    long input = BatchSize.bytesPerInput(config);
    ComputeDevice gpu = new ComputeDevice(0);
    assertThat(batch(config, gpu, 0)).isEqualTo(1);
    assertThat(batch(config, gpu, 2 * input - 1)).isEqualTo(1);
    assertThat(batch(config, gpu, 6 * input)).isEqualTo(3);
    assertThat(batch(config, gpu, 1000 * input)).isEqualTo(32);
    assertThat(batch(config, ComputeDevice.CPU, 1000 * input)).isEqualTo(4);
    assertThat(BatchSize.bytesPerInput(MaskClipConfig.compact())).isBetween(1L << 20, 1L << 30);
  }

  private static int batch(MaskClipConfig config, ComputeDevice device, long free) {
    return BatchSize.of(config, device, new SimulatedMachine(List.of(80), free));
  }
}
