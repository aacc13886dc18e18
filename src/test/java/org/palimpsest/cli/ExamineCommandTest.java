package org.palimpsest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.Versions;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.Statistic;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsWriter;
import org.palimpsest.registry.format.TensorSource;
import org.palimpsest.report.ResultsFolder;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

/** The verb with everything real but the network: red is "edited". */
class ExamineCommandTest {
  private static final int INPUT = 64;

  @TempDir private Path folder;
  private Path pictures = Path.of("");
  private Path out = Path.of("");
  private final Cancellation cancellation = new Cancellation();
  private final List<Integer> passes = new ArrayList<>();
  private int cancelAfterPasses = Integer.MAX_VALUE;
  private float realLogit;
  private boolean deviceIsMissing;

  private record Sizes(int size) {}

  private record Run(int code, String out, String err) {}

  private final class RedDetector implements Detector {
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
      passes.add(inputs.size());
      if (passes.size() >= cancelAfterPasses) {
        cancellation.request();
      }
      List<InputPrediction> answers = new ArrayList<>();
      for (RgbImage input : inputs) {
        float[] map = new float[INPUT * INPUT];
        for (int i = 0; i < map.length; i++) {
          map[i] = (input.rgb()[i * 3] & 0xff) / 255f;
        }
        answers.add(new InputPrediction(realLogit, 0, new FloatMap(INPUT, INPUT, map)));
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
  void model() throws IOException, ModelException {
    pictures = Files.createDirectories(folder.resolve("pictures"));
    out = folder.resolve("out");
    OperatingPoint point =
        new OperatingPoint(
            Statistic.AREA,
            0.05,
            0.5,
            new Rate(0.02, 0.01, 0.05),
            null,
            "test images",
            100,
            "2026-01-02");
    ModelCard card =
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
            List.of(point),
            null,
            List.of(),
            List.of("Sees red only."),
            List.of(),
            false);
    ModelRegistry.publish(
        folder.resolve("models"),
        card,
        file -> {
          SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
          tensors.put("w", TensorSource.of(new long[] {1}, 1));
          SafetensorsWriter.write(file, tensors, new LinkedHashMap<>(), DType.F32);
        });
  }

  private Run run(String... arguments) {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    PrintStream oldOut = System.out;
    PrintStream oldErr = System.err;
    System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      ExamineCommand command =
          new ExamineCommand(
              new ModelRegistry(List.of(folder.resolve("models"))),
              (model, request) -> {
                if (deviceIsMissing) {
                  throw new DeviceException("There is no gpu:7.", null);
                }
                return new RedDetector();
              },
              "red",
              Versions.running("Palimpsest test", "engine 1"),
              cancellation,
              InstantSource.system());
      List<String> words = new ArrayList<>(List.of("examine"));
      words.addAll(Arrays.asList(arguments));
      int code =
          new Terminal("Palimpsest test", List.of(command)).run(words.toArray(String[]::new));
      return new Run(
          code, console.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(oldOut);
      System.setErr(oldErr);
    }
  }

  private Run examine(String... more) {
    List<String> words = new ArrayList<>(List.of(pictures.toString(), "--out", out.toString()));
    words.addAll(Arrays.asList(more));
    return run(words.toArray(String[]::new));
  }

  private static RgbImage grey(int width, int height) {
    RgbImage image = RgbImage.black(width, height);
    Arrays.fill(image.rgb(), (byte) 60);
    return image;
  }

  private static RgbImage withRed(int width, int height, int left, int top, int w, int h) {
    RgbImage image = grey(width, height);
    for (int y = top; y < top + h; y++) {
      for (int x = left; x < left + w; x++) {
        image.rgb()[(y * width + x) * 3] = (byte) 230;
      }
    }
    return image;
  }

  private void save(String name, RgbImage image) throws IOException {
    Files.write(pictures.resolve(name), Png.encode(image));
  }

  private List<JsonNode> rows() throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve("results.jsonl"))) {
      rows.add(new ObjectMapper().readTree(line));
    }
    return rows;
  }

  private JsonNode row(String name) throws IOException {
    return rows().stream()
        .filter(row -> row.toString().contains(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row for " + name));
  }

  @Test
  void anEditIsFoundAtItsPlaceInTheOriginalsPixels() throws IOException {
    save("edited.png", withRed(201, 133, 100, 40, 60, 50));
    save("plain.png", grey(150, 90));

    Run run = examine();

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("inconsistent with an original").contains("inconclusive");
    assertThat(run.out()).contains("a score, not a probability");
    List<String> csv = Files.readAllLines(out.resolve("results.csv"));
    List<String> head = List.of(csv.get(0).split(","));
    String edited =
        csv.stream().filter(line -> line.contains("edited.png")).findFirst().orElseThrow();
    assertThat(edited).contains(",100,40,60,50,201,133,");
    assertThat(head)
        .contains(
            "model_sha256",
            "mode",
            "precision",
            "device",
            "threshold",
            "decoder_notes",
            "engine",
            "java",
            "seconds_predict",
            "command_line");
    assertThat(row("edited.png").toString())
        .contains(Sha256.of(pictures.resolve("edited.png")).hex())
        .contains(Sha256.of(folder.resolve("models/red/model.safetensors")).hex())
        .contains("engine 1");
  }

  @Test
  void tilesOfDifferentPicturesShareAPass() throws IOException {
    for (int i = 0; i < 8; i++) {
      save("small%d.png".formatted(i), grey(40, 40));
    }
    assertThat(examine().code()).isZero();
    assertThat(passes.stream().mapToInt(pass -> pass).sum()).isEqualTo(8);
    assertThat(passes).allMatch(pass -> pass <= 4).anyMatch(pass -> pass > 1);
  }

  @Test
  void everyBadFileIsARowWithItsReasonAndTheOthersAreExamined() throws IOException {
    save("good.png", grey(80, 80));
    Files.createFile(pictures.resolve("empty.jpg"));
    Files.writeString(pictures.resolve("text.png"), "this is no picture");
    byte[] whole = Png.encode(withRed(90, 90, 3, 3, 40, 40));
    Files.write(pictures.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));
    byte[] huge = whole.clone();
    // width and height of the header, 60000 each
    for (int at : new int[] {16, 20}) {
      huge[at] = 0;
      huge[at + 1] = 0;
      huge[at + 2] = (byte) 0xea;
      huge[at + 3] = 0x60;
    }
    Files.write(pictures.resolve("huge.png"), huge);
    Files.createSymbolicLink(pictures.resolve("gone.png"), folder.resolve("nowhere.png"));

    Run run = examine();

    assertThat(run.code()).isEqualTo(1);
    for (String bad : List.of("empty.jpg", "text.png", "huge.png", "gone.png")) {
      assertThat(run.out().lines().filter(line -> line.startsWith("not examined")))
          .as(bad)
          .anyMatch(line -> line.contains(bad) && line.matches(".*\\([A-Z]{3}-\\d\\d\\)$"));
    }
    assertThat(run.out()).contains("good.png").contains("cut.png");
    assertThat(Files.readAllLines(out.resolve("results.csv"))).hasSize(1 + 6);
    assertThat(run.err()).doesNotContain("Exception");
  }

  @Test
  void aMisnamedPictureIsExaminedAndSaid() throws IOException {
    Files.write(pictures.resolve("named.jpg"), Png.encode(grey(70, 70)));
    assertThat(examine().code()).isZero();
    assertThat(row("named.jpg").toString()).contains("\"misnamed\":true");
  }

  @Test
  void aFolderWithoutPicturesIsNothingToDo() throws IOException {
    Files.writeString(pictures.resolve("notes.txt"), "x");
    Run run = examine();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no picture").contains("CLI-01");
    assertThat(run("/does/not/exist.png", "--out", out.toString()).code()).isEqualTo(2);
  }

  @Test
  void anOutputFolderThatCannotBeIsRefusedInOneSentence() throws IOException {
    save("a.png", grey(70, 70));
    Files.writeString(out, "a file in its place");
    Run run = examine();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().strip().lines()).hasSize(1);
    assertThat(out).hasContent("a file in its place");
  }

  @Test
  void weightsWithAnotherHashAreRefused() throws IOException {
    save("a.png", grey(70, 70));
    Path weights = folder.resolve("models/red/model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    Run run = examine();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("MOD-05");
    assertThat(passes).isEmpty();
  }

  @Test
  void aSecondRunContinuesAndOtherConditionsAreExaminedAgain() throws IOException {
    save("a.png", grey(70, 70));
    save("b.png", withRed(90, 90, 0, 0, 50, 50));
    examine();
    int before = passes.size();

    Run again = examine();
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("2 already there");
    assertThat(passes).hasSize(before);

    Run whole = examine("--mode", "whole");
    assertThat(whole.out()).contains("2 examined");
    assertThat(passes.size()).isGreaterThan(before);
    assertThat(Files.readAllLines(out.resolve("results.csv"))).hasSize(3);
  }

  @Test
  void cancellingFinishesWhatIsInHandAndIsNotAllDone() throws IOException {
    for (int i = 0; i < 40; i++) {
      save("p%02d.png".formatted(i), grey(64, 64));
    }
    cancelAfterPasses = 2;

    Run run = examine();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("not reached");
    int done = rows().size();
    assertThat(done).isBetween(1, 39);
    assertThat(Files.readAllLines(out.resolve("results.csv"))).hasSize(done + 1);
    assertThat(out.resolve("index.html")).content().contains("</html>");
  }

  @Test
  void anAnswerThatIsNoNumberIsAFailureAndNeverAScore() throws IOException {
    save("a.png", grey(64, 64));
    realLogit = Float.POSITIVE_INFINITY;
    Run run = examine();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("PRE-01").doesNotContain("inconclusive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "=cmd()", "a\"b'c&d", "\u202egpj.exe", "😀"})
  void aHostileNameIsShownAndHarmsNothing(String name) throws IOException {
    String file = name.replace('/', '_') + ".png";
    save(file, withRed(80, 80, 10, 10, 40, 40));

    Run run = examine();

    assertThat(run.code()).as(run.err()).isZero();
    String page = Files.readString(out.resolve("index.html"));
    assertThat(page).doesNotContain("<script").doesNotContain("\u202e");
    assertThat(run.out()).doesNotContain("\u202e");
    for (String line : Files.readAllLines(out.resolve("results.csv"))) {
      assertThat(line).doesNotStartWith("=");
    }
  }

  @Test
  void thePageStandsAloneAndKeepsToItsWords() throws IOException {
    save("a.png", withRed(200, 150, 20, 20, 90, 80));
    save("b.png", grey(90, 90));
    examine();
    String page = Files.readString(out.resolve("index.html"));
    assertThat(page).doesNotContain("http://").doesNotContain("src=\"overlays");
    assertThat(page.toLowerCase(Locale.ROOT))
        .doesNotContain("proves")
        .doesNotContain("not edited")
        .doesNotContain("100 %");
    assertThat(page.indexOf("a.png")).isLessThan(page.indexOf("b.png"));
    assertThat(page).contains("Sees red only.").contains("not a probability");
  }

  @Test
  void patternsReachNeitherResultsNorTruth() throws IOException {
    save("a.png", grey(64, 64));
    Files.createDirectories(pictures.resolve("truth"));
    Files.write(pictures.resolve("truth/a.png"), Png.encode(grey(64, 64)));
    out = pictures.resolve("results");
    String pattern = pictures + "/**.png";
    assertThat(run(pattern, "--out", out.toString()).out()).contains("1 examined");
    assertThat(run(pattern, "--out", out.toString()).out()).contains("1 already there.");
    Run malformed = run(pictures + "/[a.png", "--out", out.toString());
    assertThat(malformed.code()).isEqualTo(2);
    assertThat(malformed.err()).contains("malformed");
  }

  @Test
  void theTruthBesideAPictureIsComparedWithTheMap() throws IOException {
    save("a.png", withRed(128, 128, 32, 32, 48, 48));
    Files.createDirectories(pictures.resolve("truth"));
    RgbImage truth = RgbImage.black(128, 128);
    for (int y = 32; y < 80; y++) {
      Arrays.fill(truth.rgb(), (y * 128 + 32) * 3, (y * 128 + 80) * 3, (byte) 255);
    }
    Files.write(pictures.resolve("truth/a.png"), Png.encode(truth));
    examine();
    List<String> csv = Files.readAllLines(out.resolve("results.csv"));
    String[] cells = csv.get(1).split(",");
    assertThat(Double.parseDouble(cells[cells.length - 2])).isGreaterThan(0.99);
    try (Stream<Path> written = Files.list(out.resolve("maps"))) {
      assertThat(written).hasSize(1);
    }
  }

  @Test
  void twoRunsIntoOneFolderAreNotMixed() throws IOException {
    save("a.png", grey(64, 64));
    try (ResultsFolder busy = ResultsFolder.open(out)) {
      assertThat(busy.rows()).isEmpty();
      Run run = examine();
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("OUT-");
    } catch (OutputException e) {
      throw new AssertionError(e);
    }
    assertThat(examine().code()).isZero();
  }

  @Test
  void freshResultsDoNotCostTheEarlierOnesWhenTheRunCannotBegin() throws IOException {
    save("a.png", grey(64, 64));
    examine();
    deviceIsMissing = true;
    Run failed = examine("--fresh");
    assertThat(failed.code()).isEqualTo(2);
    assertThat(failed.err()).contains("DEV-01");
    assertThat(rows()).hasSize(1);
    deviceIsMissing = false;
    assertThat(examine("--fresh").out()).contains("1 examined.");
  }

  @Test
  void aLineThatWasCutInsideACharacterCostsThatLineOnly() throws IOException {
    save("a.png", grey(64, 64));
    save("\ud83d\ude00.png", grey(64, 64));
    examine();
    Path journal = out.resolve("results.jsonl");
    byte[] whole = Files.readAllBytes(journal);
    String text = Files.readString(journal);
    int cut =
        text.substring(0, text.lastIndexOf("\ud83d")).getBytes(StandardCharsets.UTF_8).length + 2;
    Files.write(journal, Arrays.copyOf(whole, cut));
    Run run = examine();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("1 examined, 1 already there");
    assertThat(rows()).hasSize(2);
  }

  @Test
  void aFailureIsOverWhenTheSameFileIsBack() throws IOException {
    save("a.png", grey(64, 64));
    save("b.png", grey(70, 64));
    examine();
    byte[] bytes = Files.readAllBytes(pictures.resolve("a.png"));
    Files.delete(pictures.resolve("a.png"));
    Files.createSymbolicLink(pictures.resolve("a.png"), folder.resolve("nowhere.png"));
    assertThat(examine().code()).isEqualTo(1);
    Files.delete(pictures.resolve("a.png"));
    Files.write(pictures.resolve("a.png"), bytes);
    Run back = examine();
    assertThat(back.code()).isZero();
    assertThat(back.out()).doesNotContain("not examined");
  }

  @Test
  void whatTheFileSaysOfItselfIsInEveryResult() throws IOException {
    byte[] png = Png.encode(grey(64, 64));
    ByteBuffer chunk = ByteBuffer.allocate(8 + 12);
    chunk.putInt(8).put("caBX".getBytes(StandardCharsets.US_ASCII)).putInt(8).putInt(0);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, 12);
    chunk.putInt((int) crc.getValue());
    int head = 33; // signature and header chunk
    ByteBuffer marked = ByteBuffer.allocate(png.length + 20);
    marked.put(png, 0, head).put(chunk.array()).put(png, head, png.length - head);
    Files.write(pictures.resolve("marked.png"), marked.array());
    assertThat(examine().code()).isZero();
    JsonNode metadata = row("marked.png").path("metadata");
    assertThat(metadata.path("credentials").asText()).isEqualTo("present_not_validated");
    assertThat(metadata.path("directories").toString()).contains("Image Width");
    assertThat(Files.readString(out.resolve("results.csv")))
        .contains(",\"present, not validated\",");
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("<dt>Content credentials</dt><dd><bdi>present, not validated</bdi></dd>");
  }

  @Test
  void resultsOfAVersionThatReadNoMetadataAreKept() throws IOException {
    save("a.png", grey(64, 64));
    examine();
    ObjectNode row = (ObjectNode) rows().getFirst();
    row.remove("metadata");
    Files.writeString(out.resolve("results.jsonl"), row + "\n");
    Run run = examine();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("1 already there");
    assertThat(rows().getFirst().path("metadata").isNull()).isTrue();
  }

  @Test
  void aStripTooNarrowToBeExaminedIsARowWithItsReason() throws IOException {
    save("strip.png", grey(6000, 1));
    Run run = examine();
    assertThat(run.code()).isEqualTo(2);
    assertThat(row("strip.png").toString()).contains("PRE-03", "too narrow");
  }
}
