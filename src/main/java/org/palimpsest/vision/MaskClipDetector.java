package org.palimpsest.vision;

import ai.djl.engine.EngineException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.vision.maskclip.MaskClipConfig;

/** MaskCLIP with a model's weights on a device. */
public final class MaskClipDetector implements Detector {
  private final LoadedNetwork network;
  private final DeviceChoice device;
  private final Precision precision;
  private final BatchSize batch;
  private final Passes passes;
  private final ReentrantLock turn = new ReentrantLock();
  private boolean closed;

  private MaskClipDetector(
      LoadedNetwork network, DeviceChoice device, Precision precision, BatchSize batch) {
    this.network = network;
    this.device = device;
    this.precision = precision;
    this.batch = batch;
    this.passes = new Passes(batch, network::predict, MaskClipDetector::isOutOfMemory);
  }

  /**
   * Loads a model; its weights are taken as verified.
   *
   * @param inputs in one pass; empty: as many as fit the device's free memory
   * @throws ModelException if the weights do not fit the card's configuration
   */
  public static MaskClipDetector load(
      RegisteredModel model,
      DeviceChoice device,
      Precision precision,
      OptionalInt inputs,
      DeviceProbe probe)
      throws ModelException {
    MaskClipConfig config = model.card().configuration(MaskClipConfig.class);
    LoadedNetwork network =
        LoadedNetwork.load(model.weights(), config, device, precision == Precision.BF16);
    BatchSize batch =
        inputs.isPresent()
            ? new BatchSize(inputs.getAsInt())
            : BatchSize.of(
                config,
                device.isGpu(),
                device.isGpu() ? probe.freeBytes(device.gpu()) : probe.freeMainBytes());
    return new MaskClipDetector(network, device, precision, batch);
  }

  /** libtorch's allocators say so in words only. */
  private static boolean isOutOfMemory(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return failure instanceof EngineException
        && (message.contains("out of memory") || message.contains("can't allocate memory"));
  }

  @Override
  public int inputSize() {
    return network.config().imageSize();
  }

  @Override
  public int batchSize() {
    return batch.current();
  }

  @Override
  public List<InputPrediction> predict(List<RgbImage> inputs) {
    turn.lock();
    try {
      if (closed) {
        throw new IllegalStateException("The detector is closed");
      }
      return passes.run(inputs);
    } finally {
      turn.unlock();
    }
  }

  /** Whether a pass is in hand. */
  boolean isBusy() {
    return turn.isLocked();
  }

  @Override
  public String device() {
    return device.word();
  }

  @Override
  public String precision() {
    return precision.word();
  }

  @Override
  public void close() {
    turn.lock();
    try {
      if (!closed) {
        closed = true;
        network.close();
      }
    } finally {
      turn.unlock();
    }
  }
}
