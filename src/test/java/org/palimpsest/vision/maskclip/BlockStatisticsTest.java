package org.palimpsest.vision.maskclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;
import org.palimpsest.imaging.TestImages;
import org.palimpsest.vision.nn.Weights;

/** With a deviation of 1/255 the networks' input is in grey levels. */
class BlockStatisticsTest {
  private static final float[] LEVELS = {1 / 255f, 1 / 255f, 1 / 255f};
  private static final int SIDE = 128;
  private static final NDManager MANAGER = NDManager.newBaseManager("PyTorch");

  @AfterAll
  static void free() {
    MANAGER.close();
  }

  @Test
  void aGridOfSavedBlocksChangesLessByTheSameSaveThanByAnother() {
    RgbImage fresh = TestImages.photograph(SIDE, SIDE, 3);
    RgbImage saved = Jpeg.recompress(fresh, 90, Subsampling.S444);
    float[] before = means(blocks(fresh));
    float[] after = means(blocks(saved));
    int quality90 = 1;

    assertThat(BlockConstants.LUMA_QUALITIES[quality90]).isEqualTo(90);
    assertThat(after[quality90]).isLessThan(before[quality90] - 0.5f);
    assertThat(after[quality90]).isLessThan(after[2] - 0.5f);
  }

  @Test
  void theGridMustLieWhereTheSaveHadIt() {
    RgbImage saved =
        Jpeg.recompress(TestImages.photograph(SIDE + 8, SIDE + 8, 3), 90, Subsampling.S444);
    float aligned = means(blocks(cut(saved, 0, 0)))[1];
    float shifted = means(blocks(cut(saved, 3, 5)))[1];

    assertThat(aligned).isLessThan(shifted - 0.5f);
  }

  @Test
  void aFlatPictureHasNothingToChange() {
    float[] flat = means(blocks(RgbImage.black(SIDE, SIDE)));

    assertThat(flat).hasSize(BlockStatistics.CHANNELS);
    assertThat(flat[0]).isCloseTo((float) Math.log(0.05), within(1e-3f));
    assertThat(flat[BlockStatistics.CHANNELS - 1]).isCloseTo((float) Math.log(0.3), within(1e-3f));
  }

  @Test
  void bordersOfBlocksRaiseTheWaveOfPeriodEight() {
    RgbImage fresh = TestImages.photograph(SIDE, SIDE, 5);
    float[] before = means(waves(fresh));
    float[] after = means(waves(Jpeg.recompress(fresh, 30, Subsampling.S444)));
    int acrossY = GridWaves.CHANNELS / 2;

    assertThat(after[0]).isGreaterThan(before[0] + 0.1f);
    assertThat(after[acrossY]).isGreaterThan(before[acrossY] + 0.1f);
  }

  @Test
  void detailInEverySecondColumnIsTheWaveOfPeriodTwo() {
    RgbImage striped = RgbImage.black(SIDE, SIDE);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int value = new int[] {100, 96, 92, 96}[x % 4];
        for (int c = 0; c < 3; c++) {
          striped.rgb()[(y * SIDE + x) * 3 + c] = (byte) value;
        }
      }
    }
    float[] waves = means(waves(striped));

    // |second difference| along x is 8 in even columns and 0 in odd ones; along y there is none.
    assertThat(waves[9]).isBetween(0.85f, 1.05f);
    assertThat(waves[0]).isCloseTo(0, within(0.1f));
    assertThat(waves[GridWaves.CHANNELS / 2 + 9]).isCloseTo(0, within(0.1f));
  }

  private static NDArray blocks(RgbImage image) {
    return new BlockStatistics(weights(BlockStatistics.parameters("x", LEVELS)))
        .forward(input(image));
  }

  private static NDArray waves(RgbImage image) {
    return new GridWaves(weights(GridWaves.parameters("x", LEVELS))).forward(input(image));
  }

  private static Weights weights(List<Parameter> parameters) {
    Map<String, NDArray> tensors = new HashMap<>();
    for (Parameter parameter : parameters) {
      float[] values = ((Parameter.Initial.Given) parameter.initial()).values();
      tensors.put(parameter.name(), MANAGER.create(values, new Shape(parameter.shape())));
    }
    return new Weights(tensors).under("x");
  }

  private static NDArray input(RgbImage image) {
    int area = image.width() * image.height();
    float[] values = new float[3 * area];
    for (int i = 0; i < area; i++) {
      for (int c = 0; c < 3; c++) {
        values[c * area + i] = image.rgb()[i * 3 + c] & 0xff;
      }
    }
    return MANAGER.create(values, new Shape(1, 3, image.height(), image.width()));
  }

  private static RgbImage cut(RgbImage image, int left, int top) {
    RgbImage part = RgbImage.black(SIDE, SIDE);
    for (int y = 0; y < SIDE; y++) {
      System.arraycopy(
          image.rgb(), ((y + top) * image.width() + left) * 3, part.rgb(), y * SIDE * 3, SIDE * 3);
    }
    return part;
  }

  private static float[] means(NDArray statistics) {
    return statistics.reshape(statistics.getShape().get(1), -1).mean(new int[] {1}).toFloatArray();
  }
}
