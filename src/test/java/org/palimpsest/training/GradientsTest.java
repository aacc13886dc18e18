package org.palimpsest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.vision.nn.Torch;

@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
class GradientsTest {
  @Test
  void gradientsOfPartsAddUpAndALargeNormIsScaledDownKeepingItsDirection() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        Torch torch = new Torch(Device.cpu())) {
      NDArray weights = Torch.owned(manager.create(new float[] {1, 1}));
      Map<String, NDArray> parameters = Map.of("w", weights);
      Gradients gradients = new Gradients(parameters);
      torch.enterThread(true);
      gradients.accumulate(weights.mul(Torch.owned(manager.create(new float[] {1, 4}))).sum());
      gradients.accumulate(weights.mul(Torch.owned(manager.create(new float[] {2, 0}))).sum());
      torch.enterThread(false);

      Map<String, NDArray> sum = gradients.current();
      assertThat(Gradients.clip(sum, 10)).isEqualTo(5);
      assertThat(sum.get("w").toFloatArray()).containsExactly(3, 4);
      assertThat(Gradients.clip(sum, 1)).isEqualTo(5);
      assertThat(gradients.current().get("w").toFloatArray())
          .containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
    }
  }

  @Test
  void averageFollowsTheWeightsAndForgetsFasterAtFirst() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        Torch torch = new Torch(Device.cpu())) {
      torch.enterThread(false);
      NDArray weights = Torch.owned(manager.create(new float[] {0}));
      try (WeightAverage average = new WeightAverage(manager, Map.of("w", weights), 0.9)) {
        weights.addi(1);
        average.update(1);
        assertThat(average.averages().get("w").getFloat()).isCloseTo(9f / 11, within(1e-6f));
        average.update(1000);
        assertThat(average.averages().get("w").getFloat())
            .isCloseTo(0.9f * 9 / 11 + 0.1f, within(1e-6f));
      }
    }
  }
}
