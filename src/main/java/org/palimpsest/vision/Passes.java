package org.palimpsest.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.palimpsest.imaging.RgbImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs inputs through the network in passes that fit the memory. */
final class Passes {
  private static final Logger LOG = LoggerFactory.getLogger(Passes.class);

  private final BatchSize size;
  private final Function<List<RgbImage>, List<InputPrediction>> network;
  private final Predicate<RuntimeException> outOfMemory;

  /**
   * @param network one pass
   * @param outOfMemory whether a failure of a pass means that memory ran out
   */
  Passes(
      BatchSize size,
      Function<List<RgbImage>, List<InputPrediction>> network,
      Predicate<RuntimeException> outOfMemory) {
    this.size = size;
    this.network = network;
    this.outOfMemory = outOfMemory;
  }

  /**
   * All inputs, in order.
   *
   * @throws DeviceMemoryException if even a single input does not fit
   */
  List<InputPrediction> run(List<RgbImage> inputs) {
    List<InputPrediction> predictions = new ArrayList<>();
    while (predictions.size() < inputs.size()) {
      int from = predictions.size();
      List<RgbImage> pass = inputs.subList(from, Math.min(inputs.size(), from + size.current()));
      try {
        predictions.addAll(network.apply(pass));
      } catch (RuntimeException e) {
        if (!outOfMemory.test(e)) {
          throw e;
        }
        if (!size.halve(pass.size())) {
          throw new DeviceMemoryException(e);
        }
        LOG.info("Memory ran out with {} inputs in a pass; now {}", pass.size(), size.current(), e);
      }
    }
    return predictions;
  }
}
