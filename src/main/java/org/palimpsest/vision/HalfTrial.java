package org.palimpsest.vision;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.nn.Activations;
import org.palimpsest.vision.nn.Attention;
import org.palimpsest.vision.nn.Linear;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/**
 * Times a transformer block of a network's own sizes in fp32 and in bf16: whether half precision
 * pays depends on the processor (AMX, AVX-512 BF16) and on how wide the network is.
 */
final class HalfTrial {
  private static final int TURNS = 5;
  private static final long LIMIT = 1_500_000_000L;

  private final MaskClipConfig config;
  private final Torch torch;

  HalfTrial(MaskClipConfig config, Torch torch) {
    this.config = config;
    this.torch = torch;
  }

  /** How many times as fast as fp32 bf16 is: the ratio of medians of turns taken in alternation. */
  double speedup() {
    torch.enterThread(false);
    int tokens = config.grid() * config.grid();
    int width = config.mae().dim();
    int hidden = width * config.mae().mlpRatio();
    try (NDManager manager = NDManager.newBaseManager(torch.device(), "PyTorch");
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray x = manager.randomNormal(new Shape(1, tokens, width));
      NDArray up = manager.randomNormal(new Shape(hidden, width)).mul(0.05f);
      NDArray down = manager.randomNormal(new Shape(width, hidden)).mul(0.05f);
      Block full = new Block(x, up, down, config.mae().heads());
      Block half =
          new Block(
              torch.toBfloat16(x),
              torch.toBfloat16(up),
              torch.toBfloat16(down),
              config.mae().heads());
      return ratio(full, half);
    }
  }

  private double ratio(Block full, Block half) {
    long start = System.nanoTime();
    seconds(full);
    seconds(half);
    double[] fulls = new double[TURNS];
    double[] halves = new double[TURNS];
    int turns = 0;
    while (turns < TURNS && (turns == 0 || System.nanoTime() - start < LIMIT)) {
      fulls[turns] = seconds(full);
      halves[turns] = seconds(half);
      turns++;
    }
    return median(fulls, turns) / median(halves, turns);
  }

  private static double median(double[] values, int count) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[count / 2];
  }

  private record Block(NDArray x, NDArray up, NDArray down, int heads) {}

  private double seconds(Block block) {
    long start = System.nanoTime();
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      Attention attention = new Attention(torch, block.heads(), true);
      NDArray attended = attention.forward(block.x(), block.x(), block.x()).add(block.x());
      NDArray hidden = Activations.gelu(linear(attended, block.up()));
      // Reading a value waits for the device.
      torch.toFloat32(linear(hidden, block.down())).sum().getFloat();
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  private static NDArray linear(NDArray x, NDArray weight) {
    return Linear.withoutBias(new Weights(Map.of("weight", weight))).forward(x);
  }
}
