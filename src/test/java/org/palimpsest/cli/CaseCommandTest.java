package org.palimpsest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.Versions;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.FindingDraft;
import org.palimpsest.casework.store.Storage;
import org.palimpsest.casework.store.Support;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.TestImages;
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
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

/** The verbs of a case with everything real but the network: red is "edited". */
class CaseCommandTest {
  private static final int INPUT = 64;
  private static final Actor CLERK = new Actor("clerk", "Palimpsest test", InstantSource.system());

  @TempDir private Path folder;
  private Path file = Path.of("");
  private Path pictures = Path.of("");
  private int passes;

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
      passes++;
      List<InputPrediction> answers = new ArrayList<>();
      for (RgbImage input : inputs) {
        float[] map = new float[INPUT * INPUT];
        for (int i = 0; i < map.length; i++) {
          map[i] = (input.rgb()[i * 3] & 0xff) / 255f;
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

  @BeforeEach
  void modelAndPictures() throws IOException, ModelException {
    file = folder.resolve("harbour.palimpsest");
    pictures = Files.createDirectories(folder.resolve("pictures"));
    RgbImage red = RgbImage.black(150, 110);
    for (int y = 20; y < 70; y++) {
      for (int x = 30; x < 90; x++) {
        red.rgb()[(y * 150 + x) * 3] = (byte) 255;
      }
    }
    Files.write(pictures.resolve("red.png"), Png.encode(red));
    Files.write(pictures.resolve("dark.png"), Png.encode(RgbImage.black(120, 90)));
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
            List.of(
                new OperatingPoint(
                    Statistic.AREA,
                    0.05,
                    0.5,
                    new Rate(0.02, 0.01, 0.05),
                    null,
                    "test images",
                    100,
                    "2026-01-02")),
            null,
            List.of(),
            List.of("Sees red only."),
            List.of(),
            false);
    ModelRegistry.publish(
        folder.resolve("models"),
        card,
        weights -> {
          SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
          tensors.put("w", TensorSource.of(new long[] {1}, 1));
          SafetensorsWriter.write(weights, tensors, new LinkedHashMap<>(), DType.F32);
        });
  }

  private Run run(String... arguments) {
    InstantSource clock = InstantSource.system();
    Cancellation cancellation = new Cancellation();
    CaseCommand command =
        new CaseCommand(
            List.of(
                new CaseCreateCommand(CLERK),
                new CaseAddCommand(CLERK, cancellation, clock),
                new CaseExamineCommand(
                    new ModelRegistry(List.of(folder.resolve("models"))),
                    (model, request) -> new RedDetector(),
                    "red",
                    Versions.running("Palimpsest test", "engine 1"),
                    CLERK,
                    cancellation,
                    clock),
                new CaseVerifyCommand(CLERK, cancellation, clock),
                new CaseListCommand(CLERK),
                new CaseExportCommand(CLERK)));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> words = new ArrayList<>(List.of("case"));
    words.addAll(Arrays.asList(arguments));
    int code =
        new Terminal("Palimpsest test", List.of(command))
            .writingTo(new PrintWriter(out), new PrintWriter(err))
            .run(words.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  private void created() {
    Run run =
        run(
            "create",
            file.toString(),
            "--name",
            "Harbour fire",
            "--number",
            "26/114",
            "--examiner",
            "Ada",
            "--question",
            "Was the smoke added?",
            "--proposition",
            "It was.",
            "--proposition",
            "It was not.");
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void aCaseIsMadeFilledExaminedListedAndVerified() throws Exception {
    created();
    Run added =
        run(
            "add",
            file.toString(),
            pictures.toString(),
            "--how",
            "e-mail",
            "--from",
            "the desk",
            "--received",
            "2026-01-31T12:00:00Z");
    assertThat(added.code()).as(added.err()).isZero();
    assertThat(added.out()).contains("red.png").contains("2 added.");

    Run examined = run("examine", file.toString());
    assertThat(examined.code()).as(examined.err()).isZero();
    assertThat(examined.out()).contains("inconsistent with an original").contains("2 examined");

    int before = passes;
    Run again = run("examine", file.toString());
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("0 examined, 2 already there");
    assertThat(passes).isEqualTo(before);

    Run listed = run("list", file.toString());
    assertThat(listed.out()).contains("Case: Harbour fire 26/114");
    assertThat(listed.out().indexOf("red.png")).isLessThan(listed.out().indexOf("dark.png"));

    Run verified = run("verify", file.toString());
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out()).contains("Everything holds.").contains("2 exhibits read again");

    Run log = run("list", file.toString(), "--log");
    assertThat(log.out()).contains("Ada  EXHIBIT_RECEIVED item 1").contains("VERIFIED");
    try (CaseFile open = CaseFile.open(file, CLERK)) {
      assertThat(open.details().get().propositions()).containsExactly("It was.", "It was not.");
      assertThat(open.exhibits().exhibit(1).content().receipt().from()).isEqualTo("the desk");
      assertThat(open.exhibits().exhibit(1).content().receipt().by()).isEqualTo("Ada");
      assertThat(open.exhibits().exhibit(1).content().receipt().at())
          .isEqualTo("2026-01-31T12:00:00Z");
    }
  }

  @Test
  void copiesLieBesideTheCaseAndSurviveTheOriginals() throws Exception {
    created();
    run("add", file.toString(), pictures.resolve("red.png").toString(), "--copy");
    Files.delete(pictures.resolve("red.png"));
    Run examined = run("examine", file.toString());
    assertThat(examined.code()).as(examined.out()).isZero();
    assertThat(run("verify", file.toString()).code()).isZero();
    try (CaseFile open = CaseFile.open(file, CLERK)) {
      ExhibitRow row = open.exhibits().rows().getFirst();
      assertThat(row.storage()).isEqualTo(Storage.COPY);
      assertThat(row.path().getParent()).isEqualTo(folder.resolve("harbour.exhibits"));
    }
  }

  @Test
  void aChangedOriginalFailsTheVerificationByName() throws Exception {
    created();
    run("add", file.toString(), pictures.toString());
    Files.write(pictures.resolve("dark.png"), Png.encode(TestImages.photograph(50, 40, 1)));
    Run verified = run("verify", file.toString());
    assertThat(verified.code()).isEqualTo(ExitCodes.SOME_FAILED);
    assertThat(verified.out())
        .contains("NOT HELD  exhibit 1: The file's content is no longer what was received")
        .contains("The case does not hold.");
    Run examined = run("examine", file.toString());
    assertThat(examined.code()).isEqualTo(ExitCodes.SOME_FAILED);
    assertThat(examined.out()).contains("EVI-10");
  }

  @Test
  void anEarlierHeadMustStillBeInTheLog() {
    created();
    Run verified = run("verify", file.toString(), "--head", "a".repeat(64));
    assertThat(verified.code()).isEqualTo(ExitCodes.SOME_FAILED);
    assertThat(verified.out()).contains("is not in it");
    String head =
        verified.out().lines().filter(l -> l.startsWith("Head: ")).findFirst().orElseThrow();
    assertThat(run("verify", file.toString(), "--head", head.substring(6)).code()).isZero();
    assertThat(run("verify", file.toString(), "--head", "nonsense").code())
        .isEqualTo(ExitCodes.NOTHING_DONE);
  }

  @Test
  void theExportHoldsEveryExaminationAndTheLog() throws Exception {
    created();
    Files.writeString(pictures.resolve("broken.jpg"), "no picture");
    assertThat(run("add", file.toString(), pictures.toString()).code())
        .isEqualTo(ExitCodes.SOME_FAILED);
    run("examine", file.toString(), "--item", "2,3");
    run("examine", file.toString(), "--item", "3", "--threshold", "0.25");
    Path out = folder.resolve("out");
    Run exported = run("export", file.toString(), "--out", out.toString());
    assertThat(exported.code()).as(exported.err()).isZero();
    List<String> table = Files.readAllLines(out.resolve("results.csv"));
    assertThat(table).hasSize(5);
    assertThat(table.get(0)).startsWith("path,outcome");
    assertThat(table).anyMatch(line -> line.contains("broken.jpg,not examined"));
    assertThat(Files.readAllLines(out.resolve("results.jsonl"))).hasSize(4);
    assertThat(Files.readAllLines(out.resolve("audit.jsonl")).getFirst())
        .contains("\"action\":\"CASE_CREATED\"");
  }

  @Test
  void aPersonsConclusionStandsBesideTheMachines() throws Exception {
    created();
    run("add", file.toString(), pictures.resolve("red.png").toString());
    run("examine", file.toString());
    try (CaseFile open = CaseFile.open(file, CLERK)) {
      open.findings()
          .add(
              1,
              new FindingDraft(Outcome.CONSISTENT, Support.MODERATE, "A red lamp.", List.of(), 1L));
    }
    assertThat(run("list", file.toString()).out())
        .containsPattern("inconsistent with an original +consistent with an original");
  }

  @Test
  void whatCannotBeDoneIsOneSentenceWithACode() throws CaseException {
    assertThat(run("list", file.toString()))
        .isEqualTo(
            new Run(2, "", "palimpsest: There is no case at %s. (CAS-01)%n".formatted(file)));
    created();
    assertThat(run("create", file.toString()).err()).contains("(CAS-05)");
    assertThat(run("examine", file.toString()).err()).contains("no exhibit in the case yet");
    assertThat(run("add", file.toString(), "nowhere.png").code()).isEqualTo(ExitCodes.NOTHING_DONE);
    assertThat(run("add", file.toString(), pictures.toString(), "--received", "yesterday").err())
        .contains("--received");
    CaseFile other = CaseFile.open(file, CLERK);
    try (other) {
      Run busy = run("add", file.toString(), pictures.toString());
      assertThat(busy.code()).isEqualTo(ExitCodes.NOTHING_DONE);
      assertThat(busy.err()).contains("open elsewhere (clerk").contains("(CAS-07)");
    }
  }
}
