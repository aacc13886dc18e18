package org.palimpsest.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starting on machines that lack something, as real processes: a sentence, never a stack trace. */
@EnabledOnOs(OS.LINUX)
class StartIT {
  private static final String LAUNCHER =
      Objects.requireNonNull(System.getProperty("palimpsest.launcher"));
  private static final String WITHOUT_A_DISPLAY =
      "-Dglass.platform=Headless -Dprism.order=sw -Dpalimpsest.close.when.drawn=true";
  private static final List<String> NO_NETWORK = List.of("unshare", "--map-root-user", "--net");

  @TempDir private Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void aUserOfItsOwn() {
    environment.put("HOME", folder.toString());
    environment.put("TMPDIR", folder.toString());
  }

  @Test
  void withoutADisplayOneSentenceNamesTheVerbs() throws Exception {
    Ended ended = run(List.of());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(sentence(ended)).contains("DISPLAY", "palimpsest --help", "(WIN-01)");
  }

  @Test
  void dataOfANewerVersionAreRefusedAndTheProgramStillTellsAboutItself() throws Exception {
    Path marker = data().resolve("layout.properties");
    Files.writeString(marker, "layout=99\nversion=9.9\n");
    Ended refused = run(List.of(), "models", "list");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(sentence(refused)).contains("Palimpsest 9.9", "(STA-03)");
    assertThat(marker).hasContent("layout=99\nversion=9.9\n");
    assertThat(run(List.of(), "--version").code()).isZero();
    assertThat(run(List.of(), "doctor").out()).contains("An examination is possible.");
  }

  @Test
  void aHomeThatIsNotThereIsReplacedAndSaidSo() throws Exception {
    environment.put("HOME", folder.resolve("gone").toString());
    Ended ended = run(List.of(), "--version");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("Palimpsest ");
    assertThat(sentence(ended)).contains("home folder cannot be written");
    assertThat(folder.resolve("gone")).doesNotExist();
  }

  /** Runs in a namespace that has no network, not even the machine's own. */
  @Test
  void neitherFirstWindowNorExaminationNeedsANetwork() throws Exception {
    assumeThat(new ProcessBuilder(command(NO_NETWORK, "true")).start().waitFor())
        .as("SKIPPED: this user may make no network namespace")
        .isZero();
    Path out = folder.resolve("out");
    Path sample = Path.of("src/samples/evening-stone-smoothed.jpg").toAbsolutePath();
    Ended examined = run(NO_NETWORK, "examine", sample.toString(), "--out", out.toString());
    assertThat(examined.code()).as(examined.err()).isZero();
    assertThat(out.resolve("index.html")).exists();
    environment.put("JAVA_TOOL_OPTIONS", WITHOUT_A_DISPLAY);
    Ended window = run(NO_NETWORK);
    assertThat(window.code()).as(window.err()).isZero();
  }

  private Path data() throws IOException {
    return Files.createDirectories(folder.resolve(".local/share/palimpsest"));
  }

  /** The only thing that was said, apart from Java's own note on its options. */
  private static String sentence(Ended ended) {
    List<String> lines =
        ended
            .err()
            .lines()
            .filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
            .toList();
    assertThat(lines).as(ended.err()).hasSize(1);
    return lines.getFirst();
  }

  private static List<String> command(List<String> before, String... words) {
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of(words));
    return command;
  }

  private Ended run(List<String> before, String... arguments) throws Exception {
    List<String> command = command(before, LAUNCHER);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("XDG_") || name.equals("DISPLAY"));
    builder.environment().putAll(environment);
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
