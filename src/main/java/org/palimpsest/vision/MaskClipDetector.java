package org.palimpsest.vision;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.format.SafetensorsFile;
import org.palimpsest.vision.maskclip.Build;
import org.palimpsest.vision.maskclip.MaskClip;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.TextFeatures;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/**
 * MaskCLIP with the weights of a checkpoint on a device. One pass at a time, whichever thread asks:
 * a pass uses all cores, and memory was reckoned for one.
 */
public final class MaskClipDetector implements Detector {
  private final MaskClipConfig config;
  private final DeviceChoice choice;
  private final HalvingBatches batches;
  private final Resources resources;
  private final Build build;
  private final MaskClip network;
  private final NDArray text;
  private final Preprocessing preprocessing = new Preprocessing();
  private final ReentrantLock passing = new ReentrantLock();
  private boolean closed;

  private MaskClipDetector(
      MaskClipConfig config, DeviceChoice choice, HalvingBatches batches, Resources resources)
      throws IOException, ModelException {
    this.config = config;
    this.choice = choice;
    this.batches = batches;
    this.resources = resources;
    Torch torch = resources.torch();
    torch.enterThread(false);
    Weights full = new Weights(Checkpoint.load(resources.file(), config, resources.manager()));
    boolean half = choice.precision() == Precision.BF16;
    Build whole = Build.inference(torch);
    this.build = half ? whole.inHalf() : whole;
    this.network =
        new MaskClip(config, full, half ? full.converted(torch::toBfloat16) : full, build);
    this.text = new TextFeatures(config, full, whole).forward();
  }

  /** What is freed at the end; the mapped file last, since tensors read from it. */
  private record Resources(SafetensorsFile file, Torch torch, NDManager manager)
      implements AutoCloseable {
    @Override
    public void close() {
      manager.close();
      torch.close();
      file.close();
    }
  }

  /**
   * Loads a checkpoint; the file must stay unchanged until the detector is closed.
   *
   * @param batch inputs in one pass; halved when memory does not suffice
   * @throws ModelException if the weights are unreadable or do not fit the configuration
   */
  public static MaskClipDetector load(
      Path weights, MaskClipConfig config, DeviceChoice choice, int batch) throws ModelException {
    if (batch < 1) {
      throw new IllegalArgumentException("A batch of " + batch);
    }
    try {
      SafetensorsFile file = SafetensorsFile.open(weights);
      Resources resources =
          new Resources(
              file,
              new Torch(choice.device().engine()),
              NDManager.newBaseManager(choice.device().engine(), "PyTorch"));
      try {
        HalvingBatches batches = new HalvingBatches(choice.device().toString(), batch);
        return new MaskClipDetector(config, choice, batches, resources);
      } catch (IOException | ModelException | RuntimeException e) {
        resources.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ModelException("MOD-21", "The weights %s cannot be read.".formatted(weights), e);
    }
  }

  /**
   * {@inheritDoc} The calling thread records no gradients afterwards.
   *
   * @throws IllegalStateException after {@link #close}
   * @throws DeviceMemoryException if the device has no room for a single input
   */
  @Override
  public List<InputPrediction> predict(List<RgbImage> inputs) {
    for (RgbImage input : inputs) {
      if (input.width() != inputSize() || input.height() != inputSize()) {
        throw new IllegalArgumentException(
            "An input of %d x %d pixels for a network of %d"
                .formatted(input.width(), input.height(), inputSize()));
      }
    }
    passing.lock();
    try {
      if (closed) {
        throw new IllegalStateException("The detector is closed");
      }
      build.torch().enterThread(false);
      return batches.run(inputs, this::pass);
    } finally {
      passing.unlock();
    }
  }

  private List<InputPrediction> pass(List<RgbImage> inputs) {
    int size = inputSize();
    int pixels = size * size;
    float[] values = new float[inputs.size() * 3 * pixels];
    for (int i = 0; i < inputs.size(); i++) {
      preprocessing.write(inputs.get(i), values, i * 3 * pixels);
    }
    try (NDManager manager = resources.manager().newSubManager();
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray images = Torch.owned(manager.create(values, new Shape(inputs.size(), 3, size, size)));
      MaskClip.Output output = network.forward(images, text);
      float[] logits = output.classLogits().toFloatArray();
      float[] maps = output.map(build, size).toFloatArray();
      List<InputPrediction> predictions = new ArrayList<>();
      for (int i = 0; i < inputs.size(); i++) {
        float[] map = Arrays.copyOfRange(maps, i * pixels, (i + 1) * pixels);
        predictions.add(
            new InputPrediction(logits[2 * i], logits[2 * i + 1], new FloatMap(size, size, map)));
      }
      return predictions;
    }
  }

  @Override
  public int inputSize() {
    return config.imageSize();
  }

  @Override
  public int batchSize() {
    return batches.size();
  }

  @Override
  public String device() {
    return choice.device().toString();
  }

  @Override
  public String precision() {
    return choice.precision().toString();
  }

  /** Why this device and precision, as a sentence for people. */
  public String reason() {
    return choice.reason();
  }

  /** Whether some thread is predicting. */
  boolean isPredicting() {
    return passing.isLocked();
  }

  /** Tensors that live as long as the detector; a number that grows with use would be a leak. */
  int heldTensors() {
    return resources.manager().getManagedArrays().size() + build.torch().heldTensors();
  }

  @Override
  public void close() {
    passing.lock();
    try {
      if (!closed) {
        closed = true;
        resources.close();
      }
    } finally {
      passing.unlock();
    }
  }
}
