package org.palimpsest.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.Subsampling;
import org.palimpsest.imaging.TestImages;

/** What scripts rely on, tried on the packaged program with its own model. */
class LauncherIT {
  private static final Path LAUNCHER =
      Path.of(Objects.requireNonNull(System.getProperty("palimpsest.launcher")));
  private static final int INTERRUPTED = 130;

  @TempDir private Path folder;
  private Path pictures = Path.of("");
  private Path out = Path.of("");

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void folders() throws IOException {
    pictures = Files.createDirectories(folder.resolve("pictures"));
    out = folder.resolve("out");
  }

  private void picture(String name, int seed) throws IOException {
    Files.write(
        pictures.resolve(name),
        Jpeg.encode(TestImages.photograph(300, 220, seed), 90, Subsampling.S420));
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (resetsSignals()) {
      // A build in the background ignores Ctrl-C, and so would everything it starts.
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.add(LAUNCHER.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    builder.directory(folder.toFile());
    builder.redirectOutput(folder.resolve("stdout").toFile());
    builder.redirectError(folder.resolve("stderr").toFile());
    return builder.start();
  }

  private static boolean resetsSignals() throws IOException {
    try {
      return new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    return ended(start(arguments));
  }

  private Ended ended(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(folder.resolve("stdout"), StandardCharsets.UTF_8),
        Files.readString(folder.resolve("stderr"), StandardCharsets.UTF_8));
  }

  private long rows() throws IOException {
    Path journal = out.resolve("results.jsonl");
    if (!Files.exists(journal)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(journal)) {
      return lines.filter(line -> line.endsWith("}")).count();
    }
  }

  @Test
  void everythingDoneIsZeroAndTheProgressLineIsShownWhenAskedFor() throws Exception {
    picture("a.jpg", 1);
    picture("b.jpg", 2);

    Ended ended = run("examine", "pictures", "--out", out.toString(), "--progress");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("a.jpg").contains("2 examined.");
    assertThat(ended.err()).contains("2 of 2").contains("a minute").contains("left");
    assertThat(out.resolve("index.html")).exists();
    assertThat(out.resolve("results.csv")).content().contains("maskclip-compact");
  }

  @Test
  void oneBadFileIsOneAndTheOthersAreExamined() throws Exception {
    picture("good.jpg", 1);
    Files.writeString(pictures.resolve("bad.jpg"), "no picture at all");

    Ended ended = run("examine", "pictures", "--out", out.toString());

    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out()).contains("good.jpg").contains("not examined").contains("bad.jpg");
    assertThat(ended.err()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void nothingToDoIsTwoWithOneSentence() throws Exception {
    Ended empty = run("examine", "pictures", "--out", out.toString());
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err().strip().lines().filter(line -> line.startsWith("palimpsest:")))
        .hasSize(1);
    assertThat(empty.err()).contains("no picture");

    picture("a.jpg", 1);
    Ended unknown = run("examine", "pictures", "--out", out.toString(), "--model", "no-such-model");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("MOD-01").contains("maskclip-compact");

    Files.writeString(out.resolveSibling("file"), "in the way");
    Ended blocked = run("examine", "pictures", "--out", folder.resolve("file").toString());
    assertThat(blocked.code()).isEqualTo(2);

    Ended nonsense = run("examine", "pictures");
    assertThat(nonsense.code()).isEqualTo(2);
    assertThat(nonsense.err()).contains("--out");
  }

  @Test
  void versionAndHelpAreZero() throws Exception {
    assertThat(run("--version").out()).matches("(?s)Palimpsest \\d+\\.\\d+.*");
    assertThat(run("examine", "--help").out()).contains("Exit codes");
  }

  @Test
  void ctrlCFinishesThePictureInHandAndTheSameCommandContinues() throws Exception {
    int count = 60;
    for (int i = 0; i < count; i++) {
      picture("p%02d.jpg".formatted(i), i);
    }
    String[] command = {"examine", "pictures", "--out", out.toString(), "--batch", "1"};

    Process process = start(command);
    while (rows() < 3 && process.isAlive()) {
      Thread.sleep(20);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    Ended stopped = ended(process);

    assertThat(stopped.code()).as(stopped.err()).isEqualTo(INTERRUPTED);
    long done = rows();
    assertThat(done).isBetween(3L, count - 1L);
    assertThat(Files.readAllLines(out.resolve("results.csv"))).hasSize((int) done + 1);
    assertThat(out.resolve("index.html")).content().endsWith("</html>\n");

    Ended continued = run(command);

    assertThat(continued.code()).as(continued.err()).isZero();
    assertThat(continued.out()).contains("%d already there".formatted(done));
    assertThat(Files.readAllLines(out.resolve("results.csv"))).hasSize(count + 1);
  }

  @Test
  void doctorSaysThatAnExaminationIsPossible() throws Exception {
    Ended ended = run("doctor");
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out()).contains("maskclip-compact");
  }
}
