package org.palimpsest.vision;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
 * A network with its weights on a device. The features of the two prompts are constants of the
 * weights and computed once. One thread at a time.
 */
final class LoadedNetwork implements AutoCloseable {
  private final MaskClipConfig config;
  private final Preprocessing preprocessing = new Preprocessing();
  private final SafetensorsFile file;
  private final NDManager manager;
  private final Torch torch;
  private final Build build;
  private final MaskClip network;
  private final NDArray text;

  private LoadedNetwork(
      MaskClipConfig config, SafetensorsFile file, NDManager manager, Torch torch, boolean half)
      throws IOException, ModelException {
    this.config = config;
    this.file = file;
    this.manager = manager;
    this.torch = torch;
    torch.enterThread(false);
    Build whole = Build.inference(torch);
    build = half ? whole.inHalf() : whole;
    Map<String, NDArray> parameters = Checkpoint.load(file, config, manager);
    Weights full = new Weights(parameters);
    network =
        new MaskClip(config, full, half ? new Weights(halved(parameters, torch)) : full, build);
    text = new TextFeatures(config, full, whole).forward();
    text.attach(manager);
  }

  /**
   * Loads a network.
   *
   * @param half whether the towers work in bfloat16
   * @throws ModelException if the weights cannot be read or are not those of the configuration
   */
  static LoadedNetwork load(Path weights, MaskClipConfig config, DeviceChoice device, boolean half)
      throws ModelException {
    SafetensorsFile file = null;
    NDManager manager = null;
    Torch torch = null;
    boolean loaded = false;
    try {
      file = SafetensorsFile.open(weights);
      manager = NDManager.newBaseManager(device.device(), "PyTorch");
      torch = new Torch(device.device());
      LoadedNetwork network = new LoadedNetwork(config, file, manager, torch, half);
      loaded = true;
      return network;
    } catch (IOException e) {
      throw new ModelException("MOD-21", "The weights %s cannot be read.".formatted(weights), e);
    } finally {
      if (!loaded) {
        close(torch, manager, file);
      }
    }
  }

  /** The towers' parameters in bfloat16; the class head, prompts and stem keep float32. */
  private static Map<String, NDArray> halved(Map<String, NDArray> parameters, Torch torch) {
    Map<String, NDArray> halved = new LinkedHashMap<>();
    parameters.forEach(
        (name, tensor) -> {
          boolean tower = name.startsWith("clip.visual.") || name.startsWith("aggregator.");
          halved.put(name, tower ? torch.toBfloat16(tensor) : tensor);
        });
    return halved;
  }

  MaskClipConfig config() {
    return config;
  }

  /** One pass; every input has the network's size. */
  List<InputPrediction> predict(List<RgbImage> inputs) {
    int size = config.imageSize();
    int count = inputs.size();
    float[] pixels = new float[Math.multiplyExact(count, 3 * size * size)];
    for (int i = 0; i < count; i++) {
      RgbImage input = inputs.get(i);
      if (input.width() != size || input.height() != size) {
        throw new IllegalArgumentException(
            "The network takes %d x %d pixels, not %d x %d"
                .formatted(size, size, input.width(), input.height()));
      }
      preprocessing.write(input, pixels, i * 3 * size * size);
    }
    torch.enterThread(false);
    try (NDManager scratch = manager.newSubManager();
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray images = scratch.create(pixels, new Shape(count, 3, size, size));
      MaskClip.Output output = network.forward(images, text);
      float[] logits = output.classLogits().toFloatArray();
      float[] maps = output.map(build, size).toFloatArray();
      List<InputPrediction> predictions = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        float[] map = Arrays.copyOfRange(maps, i * size * size, (i + 1) * size * size);
        predictions.add(
            new InputPrediction(logits[2 * i], logits[2 * i + 1], new FloatMap(size, size, map)));
      }
      return predictions;
    }
  }

  @Override
  public void close() {
    close(torch, manager, file);
  }

  /** The mapped file last: tensors may lie in it. */
  private static void close(
      @Nullable Torch torch, @Nullable NDManager manager, @Nullable SafetensorsFile file) {
    if (torch != null) {
      torch.close();
    }
    if (manager != null) {
      manager.close();
    }
    if (file != null) {
      file.close();
    }
  }
}
