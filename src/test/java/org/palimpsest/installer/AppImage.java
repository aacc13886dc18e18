package org.palimpsest.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program with its runtime and launchers in one folder, ready to be copied to a machine.
 *
 * @param folder all of it
 * @param app the program's files; the launchers call it {@code $APPDIR}
 * @param runtime the Java runtime
 */
record AppImage(Path folder, Path app, Path runtime) {
  private static final String CLASS_PATH = "app.classpath=";

  /** The class path in the order in which the launchers give it; a start cache fits no other. */
  List<String> classPath() throws IOException, PackagingException {
    List<Path> configurations =
        FileTree.files(app).stream().filter(file -> file.toString().endsWith(".cfg")).toList();
    List<String> first = List.of();
    for (Path configuration : configurations) {
      List<String> entries = new ArrayList<>();
      for (String line : Files.readAllLines(configuration)) {
        if (line.startsWith(CLASS_PATH)) {
          entries.add(line.substring(CLASS_PATH.length()).replace("$APPDIR", app.toString()));
        }
      }
      if (!first.isEmpty() && !first.equals(entries)) {
        throw new PackagingException("The launchers differ in their class paths.");
      }
      first = entries;
    }
    if (first.isEmpty()) {
      throw new PackagingException("No launcher names a class path in " + app);
    }
    return first;
  }
}
