package org.palimpsest.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where outline fonts are looked for on Linux.
 *
 * @param folders those fontconfig searches unless it is configured otherwise
 */
record Fonts(List<Path> folders) {
  private static final List<String> ENDINGS = List.of(".ttf", ".otf", ".ttc", ".pfb");

  static Fonts ofThisMachine() {
    return of(System.getenv(), Objects.requireNonNullElse(System.getProperty("user.home"), "/"));
  }

  static Fonts of(Map<String, String> environment, String home) {
    String data = environment.getOrDefault("XDG_DATA_HOME", home + "/.local/share");
    return new Fonts(
        List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of(data, "fonts"),
            Path.of(home, ".fonts")));
  }

  /** The first that is met, since one is enough. */
  Optional<Path> first() {
    return folders.stream().flatMap(folder -> first(folder).stream()).findFirst();
  }

  private static Optional<Path> first(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Fonts::isFont).findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static boolean isFont(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && Files.isReadable(file);
  }
}
