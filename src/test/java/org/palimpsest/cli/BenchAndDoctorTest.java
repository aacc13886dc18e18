package org.palimpsest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.machine.Installation;
import org.palimpsest.machine.WindowNeeds;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsWriter;
import org.palimpsest.registry.format.TensorSource;
import org.palimpsest.settings.AppDirectories;
import org.palimpsest.settings.BuildFacts;
import org.palimpsest.vision.DetectorFactory;
import org.palimpsest.vision.EngineProbe;
import org.palimpsest.vision.maskclip.TinyModel;
import picocli.CommandLine;

class BenchAndDoctorTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path models = Path.of("");

  @BeforeEach
  void publishATinyModel() {
    models = folder.resolve("models");
  }

  @Test
  void benchPrintsEveryWayAndWritesItsFigures() throws Exception {
    publish();
    Path json = folder.resolve("bench.json");
    assertThat(
            run(
                "bench",
                "--model",
                "tiny",
                "--repetitions",
                "2",
                "--device",
                "cpu",
                "--json",
                json.toString()))
        .isZero();
    assertThat(out.toString())
        .contains("network       tiny, 1 per pass, on cpu")
        .contains(
            "operation by operation, fp32", "fewer operations, fp32", "fewer operations, bf16")
        .contains("Medians of 2 repetitions");
    assertThat(Files.readString(json))
        .contains("\"network\": \"tiny\"", "\"plain_fp32\": {", "\"saving_bf16\": {", "\"median\"");
    assertThat(err.toString()).contains("turn 2 of 2");
  }

  @Test
  void benchWithoutANetworkOrWithTwoIsAMisuse() {
    assertThat(run("bench")).isEqualTo(2);
    assertThat(run("bench", "--size", "vit-l", "--model", "x")).isEqualTo(2);
    assertThat(run("bench", "--size", "huge")).isEqualTo(2);
    assertThat(err.toString()).contains("Give either --model or --size", "not huge");
  }

  @Test
  void benchOnADeviceThatIsNotThereEndsWithItsCode() {
    assertThat(run("bench", "--size", "compact", "--device", "gpu:99")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no gpu:99", "(DEV-01)");
  }

  @Test
  void doctorNamesTheVerifiedModelAndWhereItWouldRun() throws Exception {
    publish();
    assertThat(run("doctor")).isZero();
    assertThat(out.toString())
        .contains("PyTorch 2.7.1", "tiny: SHA-256 verified", "runs on ", "For a GPU:")
        .contains(folder.resolve("data").toString())
        .contains("Installed    run from the sources, in ", "Start cache  none", "For a window:")
        .contains("An examination is possible.");
  }

  @Test
  void doctorFindsWeightsThatAreNotThoseOfTheCard() throws Exception {
    publish();
    Files.write(models.resolve("tiny/model.safetensors"), new byte[] {1, 2, 3});
    assertThat(run("doctor")).isEqualTo(2);
    assertThat(out.toString()).contains("tiny UNUSABLE", "(MOD-05)", "No examination is possible.");
  }

  @Test
  void doctorWithoutModelsSaysWhereItLooked() {
    assertThat(run("doctor")).isEqualTo(2);
    assertThat(out.toString()).contains("none in", models.toString());
  }

  private int run(String... words) {
    ModelRegistry registry = new ModelRegistry(List.of(models));
    EngineProbe probe = new EngineProbe();
    PalimpsestCommand root = new PalimpsestCommand();
    CommandLine line =
        new CommandLine(root)
            .addSubcommand(new BenchCommand(registry, probe))
            .addSubcommand(
                new DoctorCommand(
                    new BuildFacts("1.0-test", "0.35.1", "2.7.1"),
                    Installation.ofThisRun(),
                    new AppDirectories(
                        folder.resolve("data"), folder.resolve("cache"), folder.resolve("log")),
                    registry,
                    probe,
                    new DetectorFactory(probe),
                    WindowNeeds.ofThisMachine()))
            .setExecutionExceptionHandler(new CommandErrors(root))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return line.execute(words);
  }

  private void publish() throws Exception {
    ModelCard card =
        new ModelCard(
            "tiny",
            "Tiny",
            "For tests.",
            Configuration.of(TinyModel.config()),
            "",
            "a test",
            "none",
            "nothing",
            "as usual",
            InputMode.WHOLE,
            "auto",
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            true);
    ModelRegistry.publish(models, card, BenchAndDoctorTest::write);
  }

  private static void write(Path target) throws IOException {
    SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
    SafetensorsWriter.write(target, tensors, new LinkedHashMap<>(), DType.F32);
  }
}
