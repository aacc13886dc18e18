package org.palimpsest.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.vision.maskclip.MaskClipConfig;

/** Devices on a machine that is made up, because no test may need a GPU. */
class DeviceTest {
  private static final long GIB = 1L << 30;

  private record Machine(int gpus, long free) implements DeviceProbe {
    @Override
    public long freeBytes(int gpu) {
      return free;
    }

    @Override
    public long freeMainBytes() {
      return free;
    }
  }

  @Test
  void autoTakesTheFirstGpuAndTheCpuWithoutOne() throws DeviceException {
    assertThat(DeviceChoice.of("auto", new Machine(2, GIB)).word()).isEqualTo("gpu:0");
    assertThat(DeviceChoice.of("auto", new Machine(0, GIB)).word()).isEqualTo("cpu");
    assertThat(DeviceChoice.of("cpu", new Machine(2, GIB)).word()).isEqualTo("cpu");
    assertThat(DeviceChoice.of("gpu", new Machine(1, GIB)).word()).isEqualTo("gpu:0");
    assertThat(DeviceChoice.of("gpu:1", new Machine(2, GIB)).gpu()).isEqualTo(1);
  }

  @Test
  void aGpuThatIsNotThereIsRefusedAndNeverReplacedByTheCpu() {
    assertThatThrownBy(() -> DeviceChoice.of("gpu:0", new Machine(0, GIB)))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("doctor");
    assertThatThrownBy(() -> DeviceChoice.of("gpu:3", new Machine(2, GIB)))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("only 2");
    assertThatThrownBy(() -> DeviceChoice.of("tpu", new Machine(2, GIB)))
        .isInstanceOf(DeviceException.class);
  }

  @Test
  void halfPrecisionIsUsualOnAGpuUnlessTheCardOrThePersonSaysOtherwise() throws DeviceException {
    DeviceChoice gpu = new DeviceChoice(0, "");
    assertThat(PrecisionChoice.of("auto", "auto", gpu).precision()).isEqualTo(Precision.BF16);
    assertThat(PrecisionChoice.of("auto", "fp32", gpu).precision()).isEqualTo(Precision.FP32);
    assertThat(PrecisionChoice.of("fp32", "auto", gpu).precision()).isEqualTo(Precision.FP32);
    assertThatThrownBy(() -> PrecisionChoice.of("fp16", "auto", gpu))
        .isInstanceOf(DeviceException.class);
  }

  @Test
  void onACpuTheFormatFollowsAMeasurementThatIsToldInTheReason() throws DeviceException {
    PrecisionChoice choice = PrecisionChoice.of("auto", "auto", new DeviceChoice(-1, ""));
    assertThat(choice.reason()).contains("times as long in bfloat16");
    double ratio = Double.parseDouble(choice.reason().replaceAll(".*took ([0-9.]+) times.*", "$1"));
    assertThat(ratio).isPositive();
    assertThat(choice.precision()).isEqualTo(ratio < 0.75 ? Precision.BF16 : Precision.FP32);
  }

  @Test
  void aBatchIsSizedByFreeMemory() {
    MaskClipConfig large = MaskClipConfig.vitL();
    long each = BatchSize.bytesPerInput(large);
    assertThat(each).isBetween(200L << 20, 2 * GIB);
    assertThat(BatchSize.of(large, true, 80 * GIB).current()).isEqualTo(16);
    assertThat(BatchSize.of(large, true, 6 * each).current()).isEqualTo(3);
    assertThat(BatchSize.of(large, true, each / 2).current()).isEqualTo(1);
    assertThat(BatchSize.of(large, false, 80 * GIB).current()).isEqualTo(4);
    assertThat(BatchSize.of(large, false, 0).current()).isEqualTo(1);
    assertThat(BatchSize.bytesPerInput(MaskClipConfig.compact())).isLessThan(each);
  }

  private static List<RgbImage> inputs(int count) {
    List<RgbImage> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inputs.add(new RgbImage(1, 1, new byte[] {(byte) i, 0, 0}));
    }
    return inputs;
  }

  /** Fails above so many inputs; else answers with the red value of each. */
  private static List<InputPrediction> answer(List<RgbImage> pass, int most, List<Integer> seen) {
    seen.add(pass.size());
    if (pass.size() > most) {
      throw new IllegalStateException("CUDA out of memory");
    }
    return pass.stream()
        .map(one -> new InputPrediction(0, one.rgb()[0], new FloatMap(1, 1, new float[1])))
        .toList();
  }

  @Test
  void aPassThatRunsOutOfMemoryIsHalvedUntilItFitsAndStaysSmall() {
    List<Integer> seen = new ArrayList<>();
    BatchSize size = new BatchSize(16);
    Passes passes = new Passes(size, pass -> answer(pass, 5, seen), e -> true);

    List<InputPrediction> answers = passes.run(inputs(10));

    assertThat(answers)
        .extracting(InputPrediction::fakeLogit)
        .containsExactly(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f);
    assertThat(seen).containsExactly(10, 5, 5);
    assertThat(size.current()).isEqualTo(5);
    seen.clear();
    passes.run(inputs(10));
    assertThat(seen).containsExactly(5, 5);
  }

  @Test
  void aSingleInputThatDoesNotFitFailsLoudly() {
    List<Integer> seen = new ArrayList<>();
    Passes passes = new Passes(new BatchSize(4), pass -> answer(pass, 0, seen), e -> true);
    assertThatThrownBy(() -> passes.run(inputs(4))).isInstanceOf(DeviceMemoryException.class);
    assertThat(seen).containsExactly(4, 2, 1);
  }

  @Test
  void anotherFailureIsNotTakenForAShortageOfMemory() {
    List<Integer> seen = new ArrayList<>();
    Passes passes = new Passes(new BatchSize(4), pass -> answer(pass, 0, seen), e -> false);
    assertThatThrownBy(() -> passes.run(inputs(4))).isInstanceOf(IllegalStateException.class);
    assertThat(seen).containsExactly(4);
  }
}
