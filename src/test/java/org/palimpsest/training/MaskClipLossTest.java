package org.palimpsest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import org.palimpsest.vision.maskclip.Build;
import org.palimpsest.vision.maskclip.MaskClip;
import org.palimpsest.vision.nn.Torch;

class MaskClipLossTest {
  /** Two tokens a side, four map logits and sixteen pixels a token. */
  private static final int SIDE = 32;

  @Test
  void rankingIsTheMeanOverPairsOfOneEditedAndOneUntouchedTokenWithinAPicture() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        Torch torch = new Torch(Device.cpu())) {
      torch.enterThread(false);
      double ranking = ranking(new float[] {2, 0, -1, 1}, manager, torch);

      double expected =
          (Math.log1p(Math.exp(0 - 2)) + Math.log1p(Math.exp(-1 - 2)) + Math.log1p(Math.exp(1 - 2)))
              / 3;
      // of two pictures, the second one authentic
      assertThat(ranking).isCloseTo(0.5 * expected / 2, within(1e-6));
      assertThat(ranking(new float[] {-2, 0, 1, 3}, manager, torch)).isGreaterThan(ranking);
    }
  }

  private static double ranking(float[] levels, NDManager manager, Torch torch) {
    float[] logits = new float[2 * 64];
    float[] mask = new float[2 * SIDE * SIDE];
    for (int i = 0; i < 64; i++) {
      logits[i] = levels[i / 8 / 4 * 2 + i % 8 / 4];
    }
    for (int i = 0; i < SIDE * SIDE; i++) {
      mask[i] = i / SIDE < 16 && i % SIDE < 16 ? 1 : 0;
    }
    NDArray truth = manager.create(mask, new Shape(2, 1, SIDE, SIDE));
    MaskClip.Output output =
        new MaskClip.Output(
            manager.zeros(new Shape(2, 2)), manager.create(logits, new Shape(2, 1, 8, 8)));
    MaskClipLoss.Terms terms =
        new MaskClipLoss(0, 0.5f)
            .of(
                output,
                manager.create(new long[] {1, 0}).toType(DataType.INT64, false),
                truth,
                truth.zerosLike(),
                Build.inference(torch));
    assertThat(terms.total().getFloat())
        .isCloseTo(
            terms.classification().getFloat()
                + terms.mask().getFloat()
                + terms.ranking().getFloat(),
            within(1e-6f));
    return terms.ranking().getFloat();
  }
}
