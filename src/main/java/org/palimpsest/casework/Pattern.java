package org.palimpsest.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A path pattern that the shell did not expand, in the glob syntax of {@link
 * java.nio.file.FileSystem#getPathMatcher}. {@code **} crosses folders.
 *
 * @param folder where the search begins: the part before the first part with a special character
 * @param rest the pattern below that folder
 */
record Pattern(Path folder, String rest) {
  private static final String SPECIAL = "*?[{";

  /** The pattern in the text; null when it is an ordinary path or names an existing file. */
  static @Nullable Pattern of(String text) {
    int special = firstSpecial(text);
    if (special < 0 || exists(text)) {
      return null;
    }
    int slash = Math.max(text.lastIndexOf('/', special), beforeBackslash(text, special));
    String folder = slash < 0 ? "" : slash == 0 ? "/" : text.substring(0, slash);
    return new Pattern(Path.of(folder), text.substring(slash + 1));
  }

  private static int firstSpecial(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** A backslash parts folders only where the system says so; elsewhere it escapes. */
  private static int beforeBackslash(String text, int special) {
    return FileSystems.getDefault().getSeparator().equals("\\")
        ? text.lastIndexOf('\\', special)
        : -1;
  }

  private static boolean exists(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * The files and folders that match, in order of their names.
   *
   * @throws PatternSyntaxException if the pattern is malformed
   * @throws UncheckedIOException if a folder cannot be searched
   */
  List<Path> matches() throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
    Path from = folder.toString().isEmpty() ? Path.of(".") : folder;
    if (!Files.isDirectory(from)) {
      return List.of();
    }
    int depth = rest.contains("**") ? Integer.MAX_VALUE : Path.of(rest).getNameCount();
    try (Stream<Path> below = Files.walk(from, depth)) {
      return below
          .filter(path -> !path.equals(from) && matcher.matches(from.relativize(path)))
          .map(path -> folder.toString().isEmpty() ? from.relativize(path) : path)
          .sorted()
          .toList();
    }
  }
}
