package org.palimpsest.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file of options for jpackage: one option a line, its value behind the first space, and names in
 * {@code ${...}} for what only the build knows. A line that begins with # is a remark.
 */
final class Options {
  private Options() {}

  /** The arguments in a file. */
  static List<String> read(Path file, Map<String, String> names)
      throws IOException, PackagingException {
    List<String> arguments = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int space = line.indexOf(' ');
      if (space < 0) {
        arguments.add(line);
      } else {
        arguments.add(line.substring(0, space));
        arguments.add(filled(line.substring(space + 1).strip(), names, file));
      }
    }
    return arguments;
  }

  /** A text with its names replaced; an unknown one is an error. */
  static String filled(String text, Map<String, String> names, Path file)
      throws PackagingException {
    String filled = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      filled = filled.replace("${" + name.getKey() + "}", name.getValue());
    }
    int unknown = filled.indexOf("${");
    if (unknown >= 0) {
      throw new PackagingException(
          "%s names %s, which is not known.".formatted(file, filled.substring(unknown)));
    }
    return filled;
  }
}
