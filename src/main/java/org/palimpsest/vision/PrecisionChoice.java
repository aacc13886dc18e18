package org.palimpsest.vision;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Locale;
import org.palimpsest.vision.nn.Torch;

/**
 * The number format a network works in on a device.
 *
 * @param precision the format
 * @param reason why, one sentence
 */
public record PrecisionChoice(Precision precision, String reason) {
  /** bfloat16 must repay its rounding: at least a quarter of the time. */
  private static final double WORTHWHILE = 0.75;

  private static final int ROUNDS = 7;

  /**
   * Chooses a format.
   *
   * @param wanted {@code auto}, {@code fp32} or {@code bf16}
   * @param ofCard what the model's card names, which {@code auto} follows
   * @throws DeviceException for any other format
   */
  public static PrecisionChoice of(String wanted, String ofCard, DeviceChoice device)
      throws DeviceException {
    if (!wanted.equals("auto")) {
      return new PrecisionChoice(named(wanted), wanted + " was asked for.");
    }
    if (!ofCard.equals("auto")) {
      return new PrecisionChoice(
          named(ofCard), "The model's card names " + ofCard + "; its figures were measured so.");
    }
    if (device.isGpu()) {
      return new PrecisionChoice(Precision.BF16, "GPUs work faster in bfloat16.");
    }
    double ratio = timeRatio(device);
    boolean half = ratio < WORTHWHILE;
    return new PrecisionChoice(
        half ? Precision.BF16 : Precision.FP32,
        String.format(
            Locale.ROOT,
            "A layer of CLIP's size took %.2f times as long in bfloat16 as in float32 just now.",
            ratio));
  }

  private static Precision named(String word) throws DeviceException {
    for (Precision precision : Precision.values()) {
      if (precision.word().equals(word)) {
        return precision;
      }
    }
    throw new DeviceException("The precision is fp32 or bf16, not %s.".formatted(word), null);
  }

  /** Median time of a layer of CLIP ViT-L in bfloat16, divided by that in float32. */
  static double timeRatio(DeviceChoice device) {
    try (NDManager manager = NDManager.newBaseManager(device.device(), "PyTorch");
        Torch torch = new Torch(device.device());
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      torch.enterThread(false);
      NDArray x = manager.randomNormal(0, 1, new Shape(257, 1024), DataType.FLOAT32);
      NDArray w = manager.randomNormal(0, 1, new Shape(4096, 1024), DataType.FLOAT32);
      NDArray halfX = torch.toBfloat16(x);
      NDArray halfW = torch.toBfloat16(w);
      double[] full = new double[ROUNDS];
      double[] half = new double[ROUNDS];
      for (int round = -2; round < ROUNDS; round++) {
        double a = seconds(x, w, torch);
        double b = seconds(halfX, halfW, torch);
        if (round >= 0) {
          full[round] = a;
          half[round] = b;
        }
      }
      Arrays.sort(full);
      Arrays.sort(half);
      return half[ROUNDS / 2] / full[ROUNDS / 2];
    }
  }

  private static double seconds(NDArray x, NDArray w, Torch torch) {
    long start = System.nanoTime();
    try (NDArray y = ai.djl.nn.core.Linear.linear(x, w, null).singletonOrThrow();
        NDArray read = torch.toFloat32(y)) {
      // Reading a value waits for the device.
      read.getFloat(0, 0);
      return (System.nanoTime() - start) / 1e9;
    }
  }
}
