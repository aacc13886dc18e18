package org.palimpsest.vision;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.palimpsest.vision.maskclip.Build;
import org.palimpsest.vision.maskclip.HashWeights;
import org.palimpsest.vision.maskclip.MaskClip;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.MaskClipParameters;
import org.palimpsest.vision.maskclip.Parameter;
import org.palimpsest.vision.maskclip.TextFeatures;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/**
 * Times one configuration computed in several ways, in turns, so that whatever else the machine
 * does meets all of them alike. Time does not depend on the weights' values: they come from a hash.
 */
public final class Benchmark {
  /** The first is the yardstick. */
  private static final List<Way> WAYS = List.of(Way.PLAIN_FP32, Way.SAVING_FP32, Way.SAVING_BF16);

  private final MaskClipConfig config;
  private final ComputeDevice device;

  public Benchmark(MaskClipConfig config, ComputeDevice device) {
    this.config = config;
    this.device = device;
  }

  /** A way to compute the network. */
  public enum Way {
    PLAIN_FP32("operation by operation, fp32"),
    SAVING_FP32("fewer operations, fp32"),
    SAVING_BF16("fewer operations, bf16");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * What was measured of one way.
   *
   * @param secondsPerImage from pixels in the engine's memory to logits and map in Java's
   * @param speedup median time of operation by operation in fp32 divided by this median
   */
  public record Timing(Way way, Quartiles secondsPerImage, double speedup) {}

  /**
   * Measures.
   *
   * @param batch images in one pass
   * @param repetitions timed passes of each way, after one that is not counted
   * @param progress hears what begins
   */
  public List<Timing> run(int batch, int repetitions, Consumer<String> progress) {
    if (batch < 1 || repetitions < 1) {
      throw new IllegalArgumentException("Nothing to measure");
    }
    progress.accept("making weights");
    try (Torch torch = new Torch(device.engine());
        NDManager manager = NDManager.newBaseManager(device.engine(), "PyTorch")) {
      torch.enterThread(false);
      Weights weights = new Weights(parameters(manager));
      int size = config.imageSize();
      NDArray images = manager.randomNormal(new Shape(batch, 3, size, size));
      List<Contestant> contestants = new ArrayList<>();
      for (Way way : WAYS) {
        contestants.add(contestant(way, weights, torch));
      }
      for (Contestant contestant : contestants) {
        progress.accept("warming up " + contestant.way().words());
        contestant.seconds(images, size);
      }
      double[][] seconds = new double[contestants.size()][repetitions];
      for (int turn = 0; turn < repetitions; turn++) {
        progress.accept("turn %d of %d".formatted(turn + 1, repetitions));
        for (int i = 0; i < seconds.length; i++) {
          seconds[i][turn] = contestants.get(i).seconds(images, size) / batch;
        }
      }
      return timings(seconds);
    }
  }

  private static List<Timing> timings(double[][] seconds) {
    double yardstick = Quartiles.of(seconds[0]).median();
    List<Timing> timings = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      Quartiles quartiles = Quartiles.of(seconds[i]);
      timings.add(new Timing(WAYS.get(i), quartiles, yardstick / quartiles.median()));
    }
    return timings;
  }

  private Map<String, NDArray> parameters(NDManager manager) {
    Map<String, NDArray> parameters = new LinkedHashMap<>();
    for (Parameter parameter : MaskClipParameters.of(config)) {
      parameters.put(
          parameter.name(),
          Torch.owned(manager.create(HashWeights.of(parameter), new Shape(parameter.shape()))));
    }
    return parameters;
  }

  private Contestant contestant(Way way, Weights weights, Torch torch) {
    Build inference = Build.inference(torch);
    Build build =
        switch (way) {
          case PLAIN_FP32 -> inference.plain();
          case SAVING_FP32 -> inference;
          case SAVING_BF16 -> inference.inHalf();
        };
    Weights working = build.half() ? weights.converted(torch::toBfloat16) : weights;
    NDArray text = new TextFeatures(config, weights, inference).forward();
    return new Contestant(way, new MaskClip(config, weights, working, build), text, build);
  }

  private record Contestant(Way way, MaskClip network, NDArray text, Build build) {
    double seconds(NDArray images, int size) {
      long start = System.nanoTime();
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        MaskClip.Output output = network.forward(images, text);
        // Reading the values waits for the device.
        float[] map = output.map(build, size).toFloatArray();
        float[] logits = output.classLogits().toFloatArray();
        if (Float.isNaN(logits[0]) || Float.isNaN(map[0])) {
          throw new IllegalStateException("The network computed by " + way + " gives no number");
        }
      }
      return (System.nanoTime() - start) * 1e-9;
    }
  }
}
