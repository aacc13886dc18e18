package org.palimpsest.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsFile;
import org.palimpsest.registry.format.SafetensorsWriter;
import org.palimpsest.registry.format.TensorSource;
import org.palimpsest.tasks.Progress;
import org.palimpsest.training.data.Regenerator;
import org.palimpsest.vision.nn.Torch;

/**
 * Re-generates picture areas through a latent, as a stand-in for the decoder of latent diffusion.
 * Thread-safe once trained.
 */
public final class Autoencoder implements Regenerator, AutoCloseable {
  private static final int CROP = 128;
  private static final int BATCH = 8;
  private static final double RATE = 2e-3;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final Torch torch = new Torch(Device.cpu());
  private final Map<String, NDArray> parameters;
  private final AutoencoderNetwork network;

  /** Untrained. */
  public Autoencoder(long seed) {
    parameters = AutoencoderNetwork.initial(manager, seed);
    network = new AutoencoderNetwork(parameters, torch);
  }

  /** As saved by {@link #save}. */
  public static Autoencoder load(Path file) throws IOException {
    Autoencoder autoencoder = new Autoencoder(0);
    try (SafetensorsFile saved = SafetensorsFile.open(file)) {
      for (Map.Entry<String, NDArray> parameter : autoencoder.parameters.entrySet()) {
        parameter.getValue().set(saved.floats(parameter.getKey()));
      }
    }
    return autoencoder;
  }

  public void save(Path file) throws IOException {
    SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
    parameters.forEach((name, tensor) -> tensors.put(name, TrainingCheckpoint.source(tensor)));
    SafetensorsWriter.write(file, tensors, new LinkedHashMap<>(), DType.F32);
  }

  /**
   * Trains to reproduce pictures (mean absolute difference).
   *
   * @param pictures by number, at least 128 pixels a side
   * @return the mean absolute difference over the last tenth of the steps, in grey levels
   */
  public double train(LongFunction<RgbImage> pictures, int steps, Progress progress) {
    Gradients gradients = new Gradients(parameters);
    double level = 0;
    int counted = 0;
    try (AdamW optimizer = new AdamW(manager, parameters, 0)) {
      CosineSchedule schedule = new CosineSchedule(RATE, RATE / 50, 0, steps);
      for (int step = 0; step < steps && !progress.isCancelled(); step++) {
        try (NDManager scratch = manager.newSubManager();
            NDScope scope = new NDScope()) {
          scope.suppressNotUsedWarning();
          torch.enterThread(true);
          NDArray x = batch(pictures, (long) step * BATCH, scratch);
          NDArray error = network.decode(network.encode(x)).sub(x).abs().mean();
          gradients.accumulate(error);
          torch.enterThread(false);
          optimizer.step(gradients.current(), schedule.at(step));
          gradients.clear();
          double levels = error.getFloat() * 127.5;
          if (step >= steps - Math.max(1, steps / 10)) {
            level += levels;
            counted++;
          }
          progress.report(step + 1, steps, "difference %.2f levels".formatted(levels));
        }
      }
    }
    parameters.values().forEach(parameter -> parameter.setRequiresGradient(false));
    return level / counted;
  }

  private static NDArray batch(LongFunction<RgbImage> pictures, long first, NDManager manager) {
    float[] values = new float[BATCH * 3 * CROP * CROP];
    for (int i = 0; i < BATCH; i++) {
      RgbImage picture = pictures.apply(first + i);
      SplittableRandom random = new SplittableRandom(first + i);
      int x = random.nextInt(picture.width() - CROP + 1);
      int y = random.nextInt(picture.height() - CROP + 1);
      write(picture, x, y, CROP, CROP, values, i * 3 * CROP * CROP);
    }
    return Torch.owned(manager.create(values, new Shape(BATCH, 3, CROP, CROP)));
  }

  /** The picture encoded, its latent a little disturbed, and decoded; same size. */
  @Override
  public RgbImage regenerate(RgbImage patch) {
    int width = Math.ceilDiv(patch.width(), 4) * 4;
    int height = Math.ceilDiv(patch.height(), 4) * 4;
    float[] values = new float[3 * width * height];
    write(patch, 0, 0, width, height, values, 0);
    torch.enterThread(false);
    try (NDManager scratch = manager.newSubManager();
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray x = scratch.create(values, new Shape(1, 3, height, width));
      NDArray latent = network.encode(x);
      NDArray decoded = network.decode(latent.add(disturbance(patch, latent, scratch)));
      return image(decoded.toFloatArray(), width, height, patch.width(), patch.height());
    }
  }

  /** Up to a tenth of the latent's mean magnitude; a function of the picture, so repeatable. */
  private static NDArray disturbance(RgbImage patch, NDArray latent, NDManager manager) {
    SplittableRandom random = new SplittableRandom(Arrays.hashCode(patch.rgb()));
    double strength = latent.abs().mean().getFloat() * random.nextDouble(0.1);
    float[] noise = new float[(int) latent.getShape().size()];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (random.nextGaussian() * strength);
    }
    return Torch.owned(manager.create(noise, latent.getShape()));
  }

  /** Pixels of a window as [3, height, width] in ±1; beyond the border the last pixel repeats. */
  private static void write(
      RgbImage image, int left, int top, int width, int height, float[] target, int offset) {
    for (int y = 0; y < height; y++) {
      int sy = Math.min(top + y, image.height() - 1);
      for (int x = 0; x < width; x++) {
        int sx = Math.min(left + x, image.width() - 1);
        for (int c = 0; c < 3; c++) {
          target[offset + (c * height + y) * width + x] = image.value(sx, sy, c) / 127.5f - 1;
        }
      }
    }
  }

  private static RgbImage image(float[] values, int stride, int rows, int width, int height) {
    byte[] rgb = new byte[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          float value = (values[(c * rows + y) * stride + x] + 1) * 127.5f;
          rgb[(y * width + x) * 3 + c] = (byte) Math.clamp(Math.round(value), 0, 255);
        }
      }
    }
    return new RgbImage(width, height, rgb);
  }

  @Override
  public void close() {
    torch.close();
    manager.close();
  }
}
