package org.palimpsest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.palimpsest.evaluation.data.TestImage;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

class EvaluationTest {
  /** Takes the red channel for the map and its mean for the score. */
  private static final class RedIsEdited implements Detector {
    private int passes;

    @Override
    public int inputSize() {
      return 64;
    }

    @Override
    public int batchSize() {
      return 3;
    }

    @Override
    public List<InputPrediction> predict(List<RgbImage> inputs) {
      passes++;
      assertThat(inputs).hasSizeBetween(1, 3);
      List<InputPrediction> answers = new ArrayList<>();
      for (RgbImage input : inputs) {
        float[] map = new float[64 * 64];
        double sum = 0;
        for (int i = 0; i < map.length; i++) {
          map[i] = (input.rgb()[i * 3] & 0xff) / 255f;
          sum += map[i];
        }
        answers.add(new InputPrediction(0, (float) (sum / map.length), new FloatMap(64, 64, map)));
      }
      return answers;
    }

    @Override
    public String device() {
      return "cpu";
    }

    @Override
    public String precision() {
      return "fp32";
    }

    @Override
    public void close() {}
  }

  private static RgbImage grey(int width, int height, int level) {
    RgbImage image = RgbImage.black(width, height);
    Arrays.fill(image.rgb(), (byte) level);
    return image;
  }

  private static RgbImage withRed(int width, int height, int left, int top, int side) {
    RgbImage image = grey(width, height, 20);
    for (int y = top; y < top + side; y++) {
      for (int x = left; x < left + side; x++) {
        image.rgb()[(y * width + x) * 3] = (byte) 240;
      }
    }
    return image;
  }

  private static Mask square(int width, int height, int left, int top, int side) {
    Mask mask = Mask.empty(width, height);
    for (int y = top; y < top + side; y++) {
      for (int x = left; x < left + side; x++) {
        mask.values()[y * width + x] = 1;
      }
    }
    return mask;
  }

  private static TestImage image(String set, String name, @Nullable String truth) {
    return truth == null
        ? TestImage.authentic(set, Path.of(name))
        : TestImage.edited(set, Path.of(name), Path.of(truth));
  }

  @Test
  void tilesGiveAMapInImageCoordinatesAndTheirLargestScore() {
    RedIsEdited detector = new RedIsEdited();
    RgbImage image = withRed(200, 120, 128, 32, 48);
    Localizer.Answer answer = new Localizer(detector, true, 16).answer(image);
    assertThat(answer.map().width()).isEqualTo(200);
    assertThat(answer.map().height()).isEqualTo(120);
    assertThat(answer.map().at(150, 50)).isCloseTo(240 / 255f, within(1e-6f));
    assertThat(answer.map().at(100, 50)).isCloseTo(20 / 255f, within(1e-6f));
    assertThat(answer.areaAbove(0.5)).isEqualTo(48 * 48 / 24000.0);
    assertThat(detector.passes).isGreaterThan(1);
  }

  @Test
  void wholeModeStretchesThereAndBack() {
    RgbImage image = withRed(128, 256, 0, 0, 64);
    Localizer.Answer answer = new Localizer(new RedIsEdited(), false, 0).answer(image);
    assertThat(answer.map().height()).isEqualTo(256);
    assertThat(answer.areaAbove(0.5)).isCloseTo(64 * 64 / 32768.0, within(0.01));
  }

  @Test
  void aPictureIsMeasuredAfterEveryResaving() {
    RgbImage image = withRed(320, 320, 64, 64, 96);
    Mask truth = square(320, 320, 64, 64, 96);
    Localizer model = new Localizer(new RedIsEdited(), true, 16);
    for (Resaving resaving : Resaving.values()) {
      Measured measured =
          new Subject(image("set", "a.png", "m.png"), "", 90, image, truth)
              .measure(resaving, model);
      assertThat(measured.jpegQuality())
          .isEqualTo(resaving.quality() == null ? 90 : resaving.quality());
      assertThat(measured.width()).isEqualTo(resaving.after(320));
      assertThat(measured.blockAuc().orElseThrow()).isGreaterThan(0.99);
      assertThat(measured.editedShare()).isCloseTo(0.09, within(0.002));
    }
    assertThat(Resaving.SMALLER_JPEG_85.after(320)).isEqualTo(192);
  }

  @Test
  void sharesAboveThresholdsAreCountedAsAnExaminationCountsThem() {
    Random random = new Random(3);
    float[] values = new float[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 5 == 0 ? (float) (random.nextInt(101) / 100.0) : random.nextFloat();
    }
    MapAreas areas = MapAreas.of(new FloatMap(50, 20, values));
    for (int index = 0; index < MapAreas.COUNT; index++) {
      float threshold = (float) MapAreas.threshold(index);
      int above = 0;
      for (float value : values) {
        above += value > threshold ? 1 : 0;
      }
      assertThat(areas.above(index)).as("above %s", threshold).isEqualTo(above / 1000.0);
    }
  }

  @Test
  void aMapWithAValueThatIsNoShareIsRefused() {
    assertThatThrownBy(() -> MapAreas.of(new FloatMap(1, 1, new float[] {Float.NaN})))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Measured> measured(String set, int count, boolean edited, double area) {
    List<Measured> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] map = new float[1000];
      int above = (int) Math.round(area * 1000) + i % 3;
      for (int p = 0; p < map.length; p++) {
        map[p] = p < above ? 0.9f : 0.05f;
      }
      all.add(
          new Measured(
              image(set, set + i, edited ? "m" : null),
              "",
              Resaving.AS_IS,
              50,
              20,
              null,
              0.5f,
              MapAreas.of(new FloatMap(50, 20, map)),
              edited ? area : 0,
              null,
              new Protocol(0.5f, null, null)));
    }
    return all;
  }

  @Test
  void theOperatingPointIsChosenOnOneHalfAndMeasuredOnTheOther() {
    Evaluation evaluation =
        new Evaluation(
            measured("edits", 20, true, 0.2), measured("photos", 60, false, 0.002), List.of());
    AreaRule rule = evaluation.rule(0.05);
    assertThat(evaluation.unseen()).hasSize(30);
    assertThat(rule.limit()).isGreaterThan(0);
    OperatingPoint point = evaluation.operatingPoint(rule, LocalDate.of(2026, 1, 2));
    assertThat(point.images()).isEqualTo(30);
    assertThat(point.falseAlarmRate().value()).isLessThanOrEqualTo(0.05);
    Rate missed = Objects.requireNonNull(point.missRate());
    assertThat(missed.value()).isZero();
    assertThat(missed.high95()).isGreaterThan(0.1);
    assertThat(point.measuredOn()).contains("photos").contains("edits");
  }
}
