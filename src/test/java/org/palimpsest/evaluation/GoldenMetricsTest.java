package org.palimpsest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsFile;
import org.palimpsest.registry.format.TensorView;

/** Against numbers that IMDLBenCo itself computed; see the golden folder's README. */
class GoldenMetricsTest {
  private static final int WIDTH = 32;
  private static final int HEIGHT = 24;
  private static final Offset<Float> ROUNDING = Offset.offset(1.2e-7f);

  private final SafetensorsFile golden;

  GoldenMetricsTest() throws IOException {
    golden = SafetensorsFile.open(Path.of("src/test/resources/golden/metrics.safetensors"));
  }

  @AfterEach
  void close() {
    golden.close();
  }

  @ParameterizedTest
  @EnumSource
  void pixelMetricsEqualTheFrameworks(PredictionMode mode) throws IOException {
    for (String suffix : new String[] {"", ".shape_mask"}) {
      String name = mode.name().toLowerCase(Locale.ROOT) + suffix;
      float[] f1 = golden.floats("pixel_f1." + name);
      float[] iou = golden.floats("pixel_iou." + name);
      float[] accuracy = golden.floats("pixel_acc." + name);
      assertThat(f1).hasSize(8);
      for (int i = 0; i < f1.length; i++) {
        Mask shape = suffix.isEmpty() ? null : mask("shape_mask", i);
        FloatMap map = prediction(i);
        Mask truth = mask("mask", i);
        PixelConfusion confusion = PixelConfusion.of(map, truth, shape);
        assertThat(confusion.f1(mode)).as("F1 %s %d", name, i).isCloseTo(f1[i], ROUNDING);
        assertThat(confusion.accuracy(mode))
            .as("accuracy %s %d", name, i)
            .isCloseTo(accuracy[i], ROUNDING);
        assertThat(PixelIou.of(map, truth, shape, mode))
            .as("IoU %s %d", name, i)
            .isCloseTo(iou[i], ROUNDING);
      }
    }
  }

  @Test
  void pixelAucEqualsTheFrameworks() throws IOException {
    float[] auc = golden.floats("pixel_auc.origin.rows0_1");
    for (int i = 0; i < auc.length; i++) {
      assertThat(PixelAuc.of(prediction(i), mask("mask", i)).orElseThrow())
          .isCloseTo(auc[i], Offset.offset(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"random_hard", "random_score", "all_negative_prediction", "all_real", "perfect"})
  void imageMetricsEqualTheFrameworks(String set) throws IOException {
    TensorView predictions = golden.tensor("image." + set + ".pred_label");
    ByteBuffer labels = golden.tensor("image." + set + ".label").buffer();
    int images = (int) predictions.elements();
    float[] scores = new float[images];
    boolean[] fake = new boolean[images];
    for (int i = 0; i < images; i++) {
      scores[i] =
          predictions.dtype() == DType.F32
              ? predictions.buffer().getFloat(4 * i)
              : predictions.buffer().getLong(8 * i);
      fake[i] = labels.getLong(8 * i) > 0;
    }
    DetectionScores found = DetectionScores.of(scores, fake);
    assertThat(found.f1()).isCloseTo((float) expected(set, "f1"), ROUNDING);
    assertThat(found.accuracy()).isCloseTo(expected(set, "acc"), Offset.offset(1e-7));
    assertThat(found.auc().orElse(Double.NaN))
        .isCloseTo(expected(set, "auc"), Offset.offset(1e-12));
  }

  private double expected(String set, String metric) throws IOException {
    return golden.tensor("image." + set + "." + metric).buffer().getDouble();
  }

  private FloatMap prediction(int i) throws IOException {
    float[] all = golden.floats("pred");
    float[] values = new float[WIDTH * HEIGHT];
    System.arraycopy(all, i * values.length, values, 0, values.length);
    return new FloatMap(WIDTH, HEIGHT, values);
  }

  private Mask mask(String name, int i) throws IOException {
    byte[] values = new byte[WIDTH * HEIGHT];
    golden.tensor(name).buffer().get(i * values.length, values);
    return new Mask(WIDTH, HEIGHT, values);
  }
}
