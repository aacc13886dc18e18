package org.palimpsest.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.Statistic;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

class RobustnessCheckTest {
  private static final int INPUT = 64;

  @TempDir Path folder;

  private record Sizes(int size) {}

  private interface Value {
    float of(RgbImage input, int pixel);
  }

  /** A model whose map is computed from the pixels. */
  private record Computed(Value value) implements Detector {
    @Override
    public int inputSize() {
      return INPUT;
    }

    @Override
    public int batchSize() {
      return 4;
    }

    @Override
    public List<InputPrediction> predict(List<RgbImage> inputs) {
      List<InputPrediction> answers = new ArrayList<>();
      for (RgbImage input : inputs) {
        float[] map = new float[INPUT * INPUT];
        for (int i = 0; i < map.length; i++) {
          map[i] = value.of(input, i);
        }
        answers.add(new InputPrediction(0, 0, new FloatMap(INPUT, INPUT, map)));
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

  private static final Value RED = (input, i) -> (input.rgb()[i * 3] & 0xff) / 255f;

  private static final VerdictRule RULE =
      new VerdictRule(
          new ModelCard(
              "m",
              "t",
              "s",
              Configuration.of(new Sizes(INPUT)),
              "",
              "o",
              "l",
              "d",
              "p",
              InputMode.TILES,
              "fp32",
              List.of(
                  new OperatingPoint(
                      Statistic.AREA,
                      0.02,
                      0.5,
                      new Rate(0.02, 0.01, 0.04),
                      null,
                      "test images",
                      200,
                      "2026-01-02")),
              null,
              List.of(),
              List.of(),
              List.of(),
              false));

  private static final Conditions CONDITIONS =
      new Conditions(
          "m", "00", InputMode.TILES, INPUT, 16, "cpu", "fp32", 0.5f, "test", "Palimpsest test");

  private Examined examined(Detector detector, int width, int height, int patch) throws Exception {
    RgbImage image = RgbImage.black(width, height);
    Arrays.fill(image.rgb(), (byte) 60);
    for (int y = 40; y < 40 + patch; y++) {
      for (int x = 64; x < 64 + patch; x++) {
        image.rgb()[(y * width + x) * 3] = (byte) 255;
      }
    }
    Path file = Files.write(folder.resolve("a.png"), Png.encode(image));
    return new Examination(
            detector,
            CONDITIONS,
            RULE,
            Versions.running("test", "test"),
            List.of("test"),
            InstantSource.system())
        .run(file, Progress.unwatched())
        .orElseThrow();
  }

  private static Optional<Robustness> check(Detector detector, Examined original, Progress progress)
      throws PredictionException {
    return new RobustnessCheck(detector, CONDITIONS, RULE).run(original, progress);
  }

  @Test
  void aMarkThatSurvivesIsFoundAtItsPlaceInEveryVariant() throws Exception {
    Detector detector = new Computed(RED);
    Examined original = examined(detector, 240, 200, 64);
    Robustness robustness = check(detector, original, Progress.unwatched()).orElseThrow();
    assertThat(robustness.original()).isEqualTo(Outcome.INCONSISTENT);
    assertThat(robustness.variants())
        .extracting(VariantResult::variation)
        .containsExactly(Variation.values());
    assertThat(robustness.sameOutcome()).isEqualTo(6);
    assertThat(Objects.requireNonNull(robustness.smallestOverlap())).isGreaterThan(0.85);
    VariantResult cropped = robustness.variants().getLast();
    assertThat(cropped.width()).isEqualTo(237);
    assertThat(cropped.height()).isEqualTo(195);
    // Cut by three and five pixels and laid back, the mark is where it was.
    assertThat(cropped.overlap()).isEqualTo(1.0);
    assertThat(robustness.variants().get(4).width()).isEqualTo(120);
    assertThat(robustness.sentence())
        .contains("stayed \"inconsistent with an original\" in all 6 variants")
        .contains("in 6 of 6 variants");
  }

  @Test
  void aMarkThatRestsOnExactValuesIsSaidToBeUnstable() throws Exception {
    // Marks only where a pixel has exactly the value that was painted.
    Detector detector =
        new Computed(
            (input, i) ->
                (input.rgb()[i * 3] & 0xff) == 255 && (input.rgb()[i * 3 + 1] & 0xff) == 60
                    ? 0.9f
                    : 0.1f);
    Examined original = examined(detector, 240, 200, 40);
    Robustness robustness = check(detector, original, Progress.unwatched()).orElseThrow();
    assertThat(robustness.original()).isEqualTo(Outcome.INCONSISTENT);
    assertThat(robustness.sameOutcome()).isLessThan(6);
    assertThat(robustness.sentence())
        .contains("did not hold")
        .contains("\"inconclusive\" when JPEG quality 60");
  }

  @Test
  void whereNothingIsMarkedThereIsNoOverlap() throws Exception {
    Detector detector = new Computed(RED);
    Robustness robustness =
        check(detector, examined(detector, 240, 200, 0), Progress.unwatched()).orElseThrow();
    assertThat(robustness.smallestOverlap()).isNull();
    assertThat(robustness.sentence()).contains("Nothing was marked");
  }

  @Test
  void variantsThatWouldBeTooSmallAreNamed() throws Exception {
    Detector detector = new Computed(RED);
    Robustness robustness =
        check(detector, examined(detector, 240, 110, 0), Progress.unwatched()).orElseThrow();
    assertThat(robustness.skipped()).containsExactly("resized to 0.75", "resized to 0.5");
    Robustness none =
        check(detector, examined(detector, 90, 90, 0), Progress.unwatched()).orElseThrow();
    assertThat(none.variants()).isEmpty();
    assertThat(none.sentence()).contains("too small");
  }

  @Test
  void itStopsBetweenTwoPasses() throws Exception {
    Detector detector = new Computed(RED);
    Examined original = examined(detector, 240, 200, 64);
    Cancellation cancellation = new Cancellation();
    List<String> messages = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void report(long done, long total, String message) {
            messages.add(message);
            if (done == 2) {
              cancellation.request();
            }
          }

          @Override
          public boolean isCancelled() {
            return cancellation.isRequested();
          }
        };
    assertThat(check(detector, original, progress)).isEmpty();
    assertThat(messages).hasSize(3);
    assertThat(messages.getFirst()).contains("a.png").contains("JPEG quality 90");
  }

  @Test
  void anAnswerThatIsNoNumberIsAnError() throws Exception {
    Examined original = examined(new Computed(RED), 240, 200, 64);
    Detector broken = new Computed((input, i) -> Float.NaN);
    assertThatThrownBy(() -> check(broken, original, Progress.unwatched()))
        .isInstanceOf(PredictionException.class);
    Robustness failed = Robustness.failed(Outcome.INCONCLUSIVE, "The model failed.");
    assertThat(failed.sentence()).contains("is not known: The model failed.");
  }
}
