package org.palimpsest.vision;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Runs inputs in passes that fit the memory: a pass that does not is repeated in halves. */
final class HalvingBatches {
  private final String device;
  private volatile int size;

  HalvingBatches(String device, int size) {
    this.device = device;
    this.size = size;
  }

  int size() {
    return size;
  }

  /**
   * One result for each input, in order.
   *
   * @throws DeviceMemoryException if a single input is too much
   */
  <I, O> List<O> run(List<I> inputs, Function<List<I>, List<O>> pass) {
    List<O> results = new ArrayList<>(inputs.size());
    while (results.size() < inputs.size()) {
      int end = Math.min(inputs.size(), results.size() + size);
      List<I> some = inputs.subList(results.size(), end);
      try {
        results.addAll(pass.apply(some));
      } catch (EngineException e) {
        if (!isOutOfMemory(e)) {
          throw e;
        }
        if (some.size() == 1) {
          throw new DeviceMemoryException(device, e);
        }
        size = some.size() / 2;
      }
    }
    return results;
  }

  /** libtorch says so in words only: CUDA's allocator in the first way, the CPU's in the second. */
  private static boolean isOutOfMemory(EngineException failure) {
    String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("out of memory")
        || words.contains("not enough memory")
        || words.contains("can't allocate memory");
  }
}
