package org.palimpsest.evaluation.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders and names as data sets use them; hidden files are nobody's pictures. */
final class Folders {
  private Folders() {}

  /** The regular files directly in a folder, by name. */
  static List<Path> files(Path folder) throws DataSetException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> !name(file).startsWith("."))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw DataSetException.unreadable(folder, e);
    }
  }

  /** The folder itself and all below it, by path. */
  static List<Path> tree(Path folder) throws DataSetException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw DataSetException.unreadable(folder, e);
    }
  }

  /** The folder of that name inside another, capitals aside; null where there is none. */
  static @Nullable Path inside(Path folder, String name) throws DataSetException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> name(entry).toLowerCase(Locale.ROOT).equals(name))
          .sorted()
          .findFirst()
          .orElse(null);
    } catch (IOException | UncheckedIOException e) {
      throw DataSetException.unreadable(folder, e);
    }
  }

  /** The last part of a path, also of {@code .}. */
  static String name(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }

  /** A file's name up to its extension. */
  static String stem(Path file) {
    String name = name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
