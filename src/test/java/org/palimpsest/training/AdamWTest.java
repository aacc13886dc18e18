package org.palimpsest.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AdamWTest {
  @Test
  void firstStepMovesEveryWeightByTheLearningRateAgainstItsGradient() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      NDArray matrix = manager.create(new float[] {1, -1, 2, 0}, new Shape(2, 2));
      NDArray bias = manager.create(new float[] {1, 1});
      try (AdamW optimizer = new AdamW(manager, Map.of("w", matrix, "b.bias", bias), 0.5)) {
        optimizer.step(
            Map.of(
                "w", manager.create(new float[] {3, -0.1f, 0, 7}, new Shape(2, 2)),
                "b.bias", manager.create(new float[] {1, 0})),
            0.1);
      }
      // decay takes 5 % of the matrix, none of the bias; a zero gradient moves nothing
      assertThat(matrix.toFloatArray())
          .containsExactly(new float[] {0.85f, -0.85f, 1.9f, -0.1f}, Offset.offset(1e-6f));
      assertThat(bias.toFloatArray()).containsExactly(new float[] {0.9f, 1}, Offset.offset(1e-6f));
    }
  }
}
