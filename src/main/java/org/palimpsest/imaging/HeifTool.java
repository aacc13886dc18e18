package org.palimpsest.imaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.DecodeException.Reason;

/**
 * libheif's command-line decoder ({@code heif-dec}, formerly {@code heif-convert}), which turns a
 * HEIC or AVIF picture into a PNG in a process of its own.
 */
public final class HeifTool {
  /** What the tool may write for one picture. */
  static final long MOST_BYTES = 1L << 30;

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration LEAST = Duration.ofSeconds(5);
  private static final long PIXELS_A_SECOND = 1_000_000;
  private static final List<String> NAMES = List.of("heif-dec", "heif-convert");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
  private static final Pattern NUMBERED = Pattern.compile("out(?:-(\\d{1,6}))?\\.png");

  private final Path program;
  private final Duration longest;
  private final long bytes;

  /**
   * A tool.
   *
   * @param longest how long it may work, whatever the picture's size
   * @param bytes how much it may write
   */
  HeifTool(Path program, Duration longest, long bytes) {
    this.program = program;
    this.longest = longest;
    this.bytes = bytes;
  }

  /**
   * The tool that a search path leads to; empty where it leads to none.
   *
   * @param searchPath folders as in the environment's {@code PATH}, or null
   */
  public static Optional<HeifTool> on(@Nullable String searchPath) {
    return NAMES.stream()
        .flatMap(name -> OutsideProcess.find(name, searchPath).stream())
        .map(program -> new HeifTool(program, LONGEST, MOST_BYTES))
        .findFirst();
  }

  /**
   * A picture as the tool wrote it.
   *
   * @param png the file's bytes, not to be trusted
   * @param tool name and version
   */
  record Picture(byte[] png, String tool) {}

  /**
   * The file's primary picture.
   *
   * @throws DecodeException if the tool gives none or had to be stopped
   */
  Picture picture(byte[] heif, HeifBoxes boxes) throws DecodeException, IOException {
    Path folder = Files.createTempDirectory("palimpsest-heif-"); // of this user alone
    try {
      Path in = Files.write(folder.resolve("in.heif"), heif);
      OutsideProcess process = new OutsideProcess(folder, time(boxes), bytes + heif.length);
      OutsideProcess.Ended version = process.run(List.of(program.toString(), "--version"));
      OutsideProcess.Ended ended =
          process.run(
              List.of(program.toString(), in.toString(), folder.resolve("out.png").toString()));
      List<Path> written = written(folder);
      if (ended.status() != 0 || written.isEmpty()) {
        throw new DecodeException(
            Reason.DAMAGED,
            "The program that decodes this format gave no picture (exit status %d)."
                .formatted(ended.status()),
            new IOException(ended.said()));
      }
      int primary = written.size() == boxes.pictures() ? Math.max(0, boxes.primary()) : 0;
      return new Picture(Files.readAllBytes(written.get(primary)), words(version.said()));
    } finally {
      remove(folder);
    }
  }

  /** Time for the largest picture claimed, within bounds. */
  private Duration time(HeifBoxes boxes) {
    long pixels =
        boxes.claims().stream().mapToLong(claim -> claim.width() * claim.height()).max().orElse(0);
    Duration wanted = LEAST.plusMillis(pixels * 1000 / PIXELS_A_SECOND);
    return wanted.compareTo(longest) < 0 ? wanted : longest;
  }

  private String words(String said) {
    Matcher version = VERSION.matcher(said);
    return "%s, libheif %s"
        .formatted(
            program.getFileName(), version.find() ? version.group() : "of an unknown version");
  }

  /** The pictures in their order in the file: one without a number, or several with one. */
  private static List<Path> written(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> number(file) >= 0)
          .sorted(Comparator.comparingInt(HeifTool::number))
          .toList();
    }
  }

  private static int number(Path file) {
    Matcher name = NUMBERED.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      return -1;
    }
    return name.group(1) == null ? 0 : Integer.parseInt(name.group(1));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
