package org.palimpsest.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalvingBatchesTest {
  private static final String CUDA =
      "CUDA out of memory. Tried to allocate 20.00 MiB. GPU 0 has a total capacity of 7.79 GiB";
  private final List<Integer> passes = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        CUDA,
        "[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator: can't allocate memory:"
            + " you tried to allocate 400 bytes. Error code 12 (Cannot allocate memory)",
        "[enforce fail at alloc_cpu.cpp:119] data. DefaultCPUAllocator: not enough memory: you"
            + " tried to allocate 400 bytes."
      })
  void aPassThatDoesNotFitIsRepeatedInHalvesWithoutLossOrDisorder(String words) {
    HalvingBatches batches = new HalvingBatches("gpu:0", 8);
    List<Integer> inputs = IntStream.range(0, 11).boxed().toList();
    assertThat(batches.run(inputs, some -> pass(some, 3, words)))
        .isEqualTo(inputs.stream().map(i -> i * 10).toList());
    assertThat(passes).containsExactly(8, 4, 2, 2, 2, 2, 2, 1);
    assertThat(batches.size()).isEqualTo(2);
  }

  @Test
  void aSingleInputThatDoesNotFitIsATypedError() {
    HalvingBatches batches = new HalvingBatches("gpu:0", 4);
    assertThatThrownBy(() -> batches.run(List.of(1, 2, 3), some -> pass(some, 0, CUDA)))
        .isInstanceOf(DeviceMemoryException.class)
        .hasMessage("The memory of gpu:0 does not suffice for a single input.")
        .hasRootCauseMessage(CUDA);
    assertThat(passes).containsExactly(3, 1);
  }

  @Test
  void anyOtherFailureIsNotRepeated() {
    HalvingBatches batches = new HalvingBatches("cpu", 4);
    assertThatThrownBy(() -> batches.run(List.of(1, 2), some -> pass(some, 0, "shape mismatch")))
        .isInstanceOf(EngineException.class);
    assertThat(passes).containsExactly(2);
    assertThat(batches.size()).isEqualTo(4);
  }

  private List<Integer> pass(List<Integer> inputs, int room, String words) {
    passes.add(inputs.size());
    if (inputs.size() > room) {
      throw new EngineException(words);
    }
    return inputs.stream().map(i -> i * 10).toList();
  }
}
