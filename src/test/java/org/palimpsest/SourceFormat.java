package org.palimpsest;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's source format (google-java-format); run as a program it rewrites the files. */
final class SourceFormat {
  private SourceFormat() {}

  static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  static String formatted(Path file) {
    try {
      return new Formatter().formatSourceAndFixImports(Files.readString(file));
    } catch (FormatterException e) {
      throw new IllegalStateException("Cannot format " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws IOException {
    for (Path file : sources(Path.of(args[0]))) {
      String formatted = formatted(file);
      if (!formatted.equals(Files.readString(file))) {
        Files.writeString(file, formatted);
        System.out.println("formatted " + file);
      }
    }
  }
}
