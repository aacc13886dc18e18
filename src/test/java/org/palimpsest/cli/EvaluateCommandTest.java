package org.palimpsest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsWriter;
import org.palimpsest.registry.format.TensorSource;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

/** The verb with everything real but the network: red is "edited". */
class EvaluateCommandTest {
  private static final int INPUT = 64;

  @TempDir private Path folder;
  private Path out = Path.of("");
  private ModelRegistry registry = new ModelRegistry(List.of());
  private final Cancellation cancellation = new Cancellation();

  private record Sizes(int size) {}

  private record Run(int code, String out, String err) {}

  private static final class RedDetector implements Detector {
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
        float highest = 0;
        for (int i = 0; i < map.length; i++) {
          map[i] = (input.rgb()[i * 3] & 0xff) / 255f;
          highest = Math.max(highest, map[i]);
        }
        answers.add(new InputPrediction(0.6f, highest, new FloatMap(INPUT, INPUT, map)));
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

  @BeforeEach
  void model() throws Exception {
    out = folder.resolve("out");
    registry = new ModelRegistry(List.of(folder.resolve("models")));
    ModelRegistry.publish(
        folder.resolve("models"),
        new ModelCard(
            "red",
            "Red",
            "Sees red.",
            Configuration.of(new Sizes(INPUT)),
            "",
            "made up",
            "none",
            "nothing",
            "none",
            InputMode.TILES,
            "fp32",
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            false),
        file -> {
          SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
          tensors.put("w", TensorSource.of(new long[] {1}, 1));
          SafetensorsWriter.write(file, tensors, new LinkedHashMap<>(), DType.F32);
        });
  }

  private Run evaluate(String... more) {
    List<String> words = new ArrayList<>(List.of("evaluate", "red", "--out", out.toString()));
    words.addAll(Arrays.asList(more));
    StringWriter console = new StringWriter();
    StringWriter errors = new StringWriter();
    EvaluateCommand command =
        new EvaluateCommand(
            registry,
            (model, request) -> new RedDetector(),
            "Palimpsest test",
            cancellation,
            InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));
    int code =
        new Terminal("Palimpsest test", List.of(command))
            .writingTo(new PrintWriter(console), new PrintWriter(errors))
            .run(words.toArray(String[]::new));
    return new Run(code, console.toString(), errors.toString());
  }

  private static RgbImage grey(int width, int height, int level) {
    RgbImage image = RgbImage.black(width, height);
    Arrays.fill(image.rgb(), (byte) level);
    return image;
  }

  /** Left columns of full red, or of white. */
  private static RgbImage left(int width, int height, int columns, boolean white) {
    RgbImage image = grey(width, height, white ? 0 : 40);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < columns; x++) {
        int at = (y * width + x) * 3;
        image.rgb()[at] = (byte) 255;
        image.rgb()[at + 1] = (byte) (white ? 255 : 40);
        image.rgb()[at + 2] = (byte) (white ? 255 : 40);
      }
    }
    return image;
  }

  private Path put(String name, RgbImage image) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.write(file, Png.encode(image));
  }

  /** Six edits of growing size, and ten originals, one of them with a red patch. */
  private Path set() throws IOException {
    for (int i = 0; i < 6; i++) {
      put("set/red/Tp/%d.png".formatted(i), left(128, 112, 16 * (i + 1), false));
      put("set/red/Gt/%d.png".formatted(i), left(128, 112, 16 * (i + 1), true));
    }
    for (int i = 0; i < 10; i++) {
      put("set/red/Au/%d.png".formatted(i), i == 4 ? left(128, 112, 8, false) : grey(128, 112, 40));
    }
    return folder.resolve("set");
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.resolve("evaluation.json").toFile());
  }

  @Test
  void everyFigureIsWrittenWithItsNumberOfPictures() throws Exception {
    Run run = evaluate(set().toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    JsonNode pool = json().get("localization").get(0);
    assertThat(pool.get("group").textValue()).isEqualTo("all");
    assertThat(pool.get("pictures").intValue()).isEqualTo(6);
    assertThat(pool.at("/figures/pixel_ap/value").doubleValue()).isEqualTo(1);
    assertThat(pool.at("/figures/pixel_f1/value").doubleValue()).isGreaterThan(0.99);
    // Stretching 128 columns to 64 keeps the edge on a column.
    assertThat(pool.at("/figures/opensdid_iou/value").doubleValue()).isGreaterThan(0.99);
    JsonNode detection = json().get("detection").get(0);
    assertThat(detection.get("fakes").intValue()).isEqualTo(6);
    // The class score is above 0.5 where any red is: all six edits and one original.
    assertThat(detection.at("/accuracy/value").doubleValue()).isEqualTo(15 / 16.0);
    assertThat(detection.at("/f1/value").doubleValue()).isBetween(0.9230, 0.9231);
    JsonNode alarms = json().get("alarms").get(0);
    assertThat(alarms.at("/any_pixel/value").doubleValue()).isEqualTo(0.1);
    assertThat(json().get("localization")).hasSize(3 * (1 + 1 + 5));
    List<String> csv = Files.readAllLines(out.resolve("pictures.csv"));
    // Sides fall to 77 pixels at 0.6, so that resaving is left out.
    assertThat(csv).hasSize(1 + 2 * 16);
    assertThat(Files.readString(out.resolve("summary.txt")))
        .isEqualTo(run.out().replaceFirst("Page: .*\n", ""))
        .contains("left out after a resaving");
  }

  @Test
  void anotherRunIsComparedPictureByPicture() throws Exception {
    Path set = set();
    assertThat(evaluate(set.toString()).code()).isZero();
    Path first = Files.copy(out.resolve("figures.tsv"), folder.resolve("first.tsv"));
    Run run = evaluate(set.toString(), "--baseline", first.toString(), "--family", "reds=red,blue");
    assertThat(run.code()).isZero();
    JsonNode row = json().at("/comparison/rows/0");
    assertThat(row.get("group").textValue()).isEqualTo("pool");
    assertThat(row.at("/difference/value").doubleValue()).isZero();
    assertThat(row.at("/difference/n").intValue()).isEqualTo(6);
    assertThat(run.out()).contains("LOWER BOUND").contains("0 figures only here");
  }

  @Test
  void whatCannotBeMeasuredIsARowWithAReason() throws Exception {
    Path set = set();
    put("set/bad/Tp/size.png", grey(128, 128, 9));
    put("set/bad/Gt/size.png", left(128, 120, 20, true));
    put("set/bad/Tp/empty.png", grey(128, 128, 9));
    put("set/bad/Gt/empty.png", grey(128, 128, 1));
    put("set/bad/Tp/small.png", grey(90, 128, 9));
    put("set/bad/Gt/small.png", left(90, 128, 20, true));
    put("set/bad/Gt/surplus.png", left(90, 128, 20, true));
    put("set/bad/Tp/nomask.png", grey(128, 128, 9));
    put("set/bad/Tp/badmask.png", grey(128, 128, 9));
    Files.writeString(folder.resolve("set/bad/Gt/badmask.png"), "no picture");
    put("set/bad/Gt/nopicture.png", left(128, 128, 20, true));
    Files.writeString(folder.resolve("set/bad/Tp/nopicture.png"), "no picture");
    put("set/bad/Tp/grey.png", left(128, 128, 20, false));
    put("set/bad/Gt/grey.png", grey(128, 128, 200));
    Run run = evaluate(set.toString());
    assertThat(run.code()).isEqualTo(ExitCodes.SOME_FAILED);
    assertThat(run.out())
        .contains("size.png: Its mask has 128 x 120 pixels, the picture 128 x 128. (EVA-08)")
        .contains("marks nothing: no value is above 127, the highest is 1. (EVA-09)")
        .contains("small.png: A side of 90 pixels is below 96. (EVA-10)")
        .contains("surplus.png: No picture has this mask's name. (EVA-06)")
        .contains("nomask.png: No mask has its name. (EVA-05)")
        .contains("badmask.png: Its mask: ")
        .contains("(IMG-01)")
        .contains("grey.png: 100.0 % of the mask are neither black nor white");
    assertThat(json().get("unusable")).hasSize(7);
  }

  @Test
  void theCardTellsWhatWasMeasured() throws Exception {
    Run run = evaluate(set().toString(), "--update-card", "--false-alarms", "0.3");
    assertThat(run.code()).isZero();
    ModelCard card = registry.find("red").card();
    OperatingPoint point = card.operatingPoints().getFirst();
    assertThat(point.images()).isEqualTo(5);
    assertThat(point.date()).isEqualTo("2026-01-02");
    assertThat(Objects.requireNonNull(point.missRate()).value()).isZero();
    assertThat(card.measurements())
        .anySatisfy(
            figure -> {
              assertThat(figure.name()).isEqualTo("mean block AUC, as is");
              assertThat(figure.set()).isEqualTo("red (6)");
              assertThat(figure.value()).contains("95 % interval");
              assertThat(figure.n()).isEqualTo(6);
            });
  }

  @Test
  void authenticPicturesAloneGiveFalseAlarmsAndNoDetection() throws Exception {
    Path originals = set().resolve("red/Au");
    Run run = evaluate("--authentic", originals.toString(), "--update-card");
    assertThat(run.code()).isZero();
    assertThat(json().get("localization")).isEmpty();
    assertThat(json().at("/detection/0/f1").isNull()).isTrue();
    assertThat(registry.find("red").card().operatingPoints().getFirst().missRate()).isNull();
  }

  @Test
  void editsAloneGiveNoOperatingPointAndLeaveTheCard() throws Exception {
    Run run = evaluate("--edits", set().toString(), "--update-card");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("needs authentic pictures").contains("No operating point");
    assertThat(json().get("alarms")).isEmpty();
    assertThat(registry.find("red").card().operatingPoints()).isEmpty();
  }

  @Test
  void fakesWithoutMasksCountForDetectionOnly() throws Exception {
    put("plain/real/a.png", grey(128, 128, 40));
    put("plain/fake/b.png", left(128, 128, 128, false));
    Run run = evaluate(folder.resolve("plain").toString());
    assertThat(run.code()).isZero();
    assertThat(json().at("/detection/0/fakes").intValue()).isEqualTo(1);
    assertThat(json().at("/detection/0/score_auc/value").doubleValue()).isEqualTo(1);
    assertThat(json().at("/detection/0/score_auc/interval").isNull()).isTrue();
    assertThat(json().get("localization")).isEmpty();
  }

  @Test
  void aCardIsNotUpdatedFromAnotherModeThanItsOwn() throws Exception {
    Run run = evaluate(set().toString(), "--update-card", "--mode", "whole");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("counts in tiles mode only");
    assertThat(registry.find("red").card().operatingPoints()).isEmpty();
  }

  @Test
  void nothingToMeasureIsOneSentence() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("nothing"));
    assertThat(evaluate(empty.toString()).code()).isEqualTo(ExitCodes.NOTHING_DONE);
    assertThat(evaluate(empty.toString()).err()).contains("no picture").contains("EVA-02");
    assertThat(evaluate(folder.resolve("gone").toString()).err()).contains("EVA-01");
    assertThat(evaluate().err()).contains("a DATASET");
    Path bad = Files.writeString(folder.resolve("bad.tsv"), "no table");
    assertThat(evaluate(set().toString(), "--baseline", bad.toString()).err()).contains("EVA-11");
    assertThat(evaluate("x", "--family", "a=b").err()).contains("--family needs --baseline");
    assertThat(out).doesNotExist();
    Path list = Files.writeString(folder.resolve("l.json"), "[[\"gone.png\", \"Negative\"]]");
    assertThat(evaluate(list.toString()).err()).contains("gone.png").contains("None of");
  }

  @Test
  void aStoppedRunWritesNothing() throws Exception {
    cancellation.request();
    Run run = evaluate(set().toString());
    assertThat(run.code()).isEqualTo(ExitCodes.NOTHING_DONE);
    assertThat(out.resolve("evaluation.json")).doesNotExist();
  }
}
