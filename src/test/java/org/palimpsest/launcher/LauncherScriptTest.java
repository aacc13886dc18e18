package org.palimpsest.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script alone, with a Java that only tells how it was called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {
  private static final String TELL =
      """
      #!/bin/sh
      echo "java $0"
      for argument in "$@"; do echo "[$argument]"; done
      exit 7
      """;

  private final Path folder;
  private final Path home;
  private final Path script;

  LauncherScriptTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    this.home = this.folder.resolve("an app's home");
    this.script = home.resolve("bin/palimpsest");
  }

  private record Result(int exitCode, List<String> lines) {}

  @BeforeEach
  void install() throws IOException {
    install("need=25");
  }

  private void install(String need) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    String source = Files.readString(Path.of("installer/launcher/palimpsest"));
    executable(
        script,
        source
            .replace("need=25", need)
            .replace("@JVM_FLAGS@", "-Da=1 -Db=2")
            .replace("@MAIN@", "org.example.Main"));
  }

  @Test
  void argumentsAndExitCodePassUnchanged() throws Exception {
    Path java = java("jdk 25", "JAVA_VERSION=\"25.0.1\"");
    Result result = run(script, java, "examine", "two words", "", "*.jpg", "$HOME");
    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.lines())
        .containsExactly(
            "java " + java.resolve("bin/java"),
            "[--module-path=" + home + "/javafx]",
            "[-Da=1]",
            "[-Db=2]",
            "[-Dpalimpsest.home=" + home + "]",
            "[-cp]",
            "[" + home + "/lib/*]",
            "[org.example.Main]",
            "[examine]",
            "[two words]",
            "[]",
            "[*.jpg]",
            "[$HOME]");
  }

  @Test
  void isFoundThroughAChainOfLinks() throws Exception {
    Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), script);
    Path relative =
        Files.createSymbolicLink(
            Files.createDirectory(folder.resolve("links")).resolve("relative"),
            Path.of("..").resolve(absolute.getFileName()));
    Result result = run(relative, java("jdk", "JAVA_VERSION=\"26-ea\""));
    assertThat(result.lines()).contains("[-Dpalimpsest.home=" + home + "]");
  }

  @Test
  void aJavaThatIsTooOldIsPassedOver() throws Exception {
    Path old = java("jdk17", "JAVA_VERSION=\"17.0.9\"");
    Result result = run(script, old);
    assertThat(result.lines()).doesNotContain("java " + old.resolve("bin/java"));
  }

  @Test
  void aJavaWithoutReleaseFileIsAsked() throws Exception {
    Path java = folder.resolve("bare");
    Files.createDirectories(java.resolve("bin"));
    executable(
        java.resolve("bin/java"),
        """
        #!/bin/sh
        if [ "$1" = -version ]; then echo 'openjdk version "25.0.1" 2025-10-21' >&2; exit; fi
        exit 3
        """);
    assertThat(run(script, java).exitCode()).isEqualTo(3);
  }

  @Test
  void withoutJavaOneSentenceIsPrintedAndTheCodeIsTwo() throws Exception {
    install("need=999");
    Result result = run(script, java("jdk", "JAVA_VERSION=\"25\""));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.lines()).hasSize(1);
    assertThat(result.lines().getFirst()).startsWith("Palimpsest needs Java 999 or newer;");
  }

  private Path java(String name, String release) throws IOException {
    Path jdk = folder.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    executable(jdk.resolve("bin/java"), TELL);
    Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\n" + release + "\n");
    return jdk;
  }

  private static void executable(Path file, String content) throws IOException {
    Files.writeString(file, content);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("Cannot make executable: " + file);
    }
  }

  private Result run(Path program, Path javaHome, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("JAVA_HOME", javaHome.toString()));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), output.lines().toList());
  }
}
