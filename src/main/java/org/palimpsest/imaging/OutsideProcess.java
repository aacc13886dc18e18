package org.palimpsest.imaging;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.DecodeException.Reason;

/**
 * A program in a process of its own, so that what a hostile file does to it cannot reach this one:
 * started without a shell, with little of the environment, in a private folder, and stopped when it
 * takes longer or writes more than it may. Where the system has {@code prlimit}, it also bounds
 * memory and forbids core files.
 */
final class OutsideProcess {
  private static final Set<String> ENVIRONMENT =
      Set.of("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LIBHEIF_PLUGIN_PATH", "SystemRoot");

  private static final long MOST_MEMORY = 8L << 30;
  private static final int PAUSE_MILLIS = 10;
  private static final int LONGEST_TEXT = 2000;

  private final Path folder;
  private final Duration time;
  private final long bytes;

  /**
   * A way to run programs.
   *
   * @param folder private folder that the program works in
   * @param time how long it may run
   * @param bytes how much all files in the folder together may hold
   */
  OutsideProcess(Path folder, Duration time, long bytes) {
    this.folder = folder;
    this.time = time;
    this.bytes = bytes;
  }

  /** What a program left: its exit status and what it said, cut to a sensible length. */
  record Ended(int status, String said) {}

  /**
   * Runs a program to its end.
   *
   * @throws DecodeException if it had to be stopped
   */
  Ended run(List<String> command) throws DecodeException, IOException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    ProcessBuilder builder = new ProcessBuilder(limited(command));
    builder.directory(folder.toFile());
    builder.environment().keySet().retainAll(ENVIRONMENT);
    builder.environment().putAll(Map.of("LC_ALL", "C", "HOME", folder.toString()));
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      await(process);
      return new Ended(process.exitValue(), start(said));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a program outside was running", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private List<String> limited(List<String> command) {
    List<String> limited = new ArrayList<>();
    find("prlimit", System.getenv("PATH"))
        .ifPresent(
            prlimit ->
                limited.addAll(
                    List.of(
                        prlimit.toString(),
                        "--as=" + MOST_MEMORY,
                        "--core=0",
                        "--fsize=" + bytes,
                        "--")));
    limited.addAll(command);
    return limited;
  }

  private void await(Process process) throws DecodeException, IOException, InterruptedException {
    long start = System.nanoTime();
    while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() - start > time.toNanos()) {
        throw new DecodeException(
            Reason.OVER_LIMIT,
            "The program that decodes this format took longer than %d s and was stopped."
                .formatted(time.toSeconds()),
            null);
      }
      requireRoom();
    }
    requireRoom();
  }

  private void requireRoom() throws DecodeException, IOException {
    long held = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        held += Files.exists(file) ? Files.size(file) : 0;
      }
    }
    if (held > bytes) {
      throw new DecodeException(
          Reason.OVER_LIMIT,
          "The program that decodes this format wrote more than %,d MiB and was stopped."
              .formatted(bytes >> 20),
          null);
    }
  }

  private static String start(Path text) throws IOException {
    try (var in = Files.newInputStream(text)) {
      return new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
    }
  }

  /** A program in the folders of a search path. */
  static Optional<Path> find(String name, @Nullable String searchPath) {
    if (searchPath == null) {
      return Optional.empty();
    }
    return Stream.of(searchPath.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
        .filter(Path::isAbsolute)
        .filter(Files::isRegularFile)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
