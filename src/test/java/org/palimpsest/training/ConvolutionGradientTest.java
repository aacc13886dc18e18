package org.palimpsest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.vision.nn.Conv;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/**
 * The convolutions that the networks use, against sums written out: on one processor (AMD, Zen 5)
 * libtorch 2.7.1 gives wrong ones where channels are more than 16 and no multiple of 16.
 */
class ConvolutionGradientTest {
  private static final int SIDE = 16;
  private static final int BATCH = 2;

  @ParameterizedTest
  @CsvSource({
    "48, 48, 3", "256, 256, 3", "64, 48, 1", "32, 48, 1", "24, 48, 1", "48, 1, 1", "3, 16, 5",
    "3, 32, 3", "32, 48, 3", "48, 16, 3", "8, 48, 3", "48, 32, 3", "32, 32, 3", "32, 16, 3"
  })
  void convolutionAndItsGradientAreTheSumsTheyShouldBe(int in, int out, int kernel) {
    SplittableRandom random = new SplittableRandom(in * 31L + out);
    float[] image = gaussian(random, BATCH * in * SIDE * SIDE);
    float[] weights = gaussian(random, out * in * kernel * kernel);
    float[] down = gaussian(random, BATCH * out * SIDE * SIDE);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        Torch torch = new Torch(Device.cpu())) {
      NDArray x = Torch.owned(manager.create(image, new Shape(BATCH, in, SIDE, SIDE)));
      NDArray w = Torch.owned(manager.create(weights, new Shape(out, in, kernel, kernel)));
      NDArray d = Torch.owned(manager.create(down, new Shape(BATCH, out, SIDE, SIDE)));
      NDArray bias = manager.zeros(new Shape(out));
      Gradients gradients = new Gradients(Map.of("x", x));
      torch.enterThread(true);
      NDArray y = Conv.of(new Weights(Map.of("weight", w, "bias", bias)), 1, kernel / 2).forward(x);
      gradients.accumulate(y.mul(d).sum());
      torch.enterThread(false);
      float[] forward = y.toFloatArray();
      float[] backward = x.getGradient().toFloatArray();
      for (int i = 0; i < 200; i++) {
        int b = random.nextInt(BATCH);
        int row = random.nextInt(SIDE);
        int column = random.nextInt(SIDE);
        int o = random.nextInt(out);
        int c = random.nextInt(in);
        double value = 0;
        double gradient = 0;
        for (int v = 0; v < kernel; v++) {
          for (int u = 0; u < kernel; u++) {
            for (int k = 0; k < in; k++) {
              value +=
                  at(image, b * in + k, row + v - kernel / 2, column + u - kernel / 2)
                      * weights[((o * in + k) * kernel + v) * kernel + u];
            }
            for (int k = 0; k < out; k++) {
              gradient +=
                  at(down, b * out + k, row - v + kernel / 2, column - u + kernel / 2)
                      * weights[((k * in + c) * kernel + v) * kernel + u];
            }
          }
        }
        int place = row * SIDE + column;
        assertThat((double) forward[(b * out + o) * SIDE * SIDE + place])
            .as("value")
            .isCloseTo(value, within(1e-3));
        assertThat((double) backward[(b * in + c) * SIDE * SIDE + place])
            .as("gradient")
            .isCloseTo(gradient, within(1e-3));
      }
    }
  }

  private static double at(float[] planes, int plane, int row, int column) {
    return row < 0 || column < 0 || row >= SIDE || column >= SIDE
        ? 0
        : planes[(plane * SIDE + row) * SIDE + column];
  }

  private static float[] gaussian(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
