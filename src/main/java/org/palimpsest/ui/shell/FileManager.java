package org.palimpsest.ui.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The system's own view of folders. */
final class FileManager {
  private FileManager() {}

  /** Shows where a file lies; marked in its folder where the system can do that. */
  static void reveal(Path file) throws IOException {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String path = file.toAbsolutePath().toString();
    Path parent = file.toAbsolutePath().getParent();
    File folder = (parent == null ? file.toAbsolutePath() : parent).toFile();
    List<String> command =
        system.startsWith("windows")
            ? List.of("explorer.exe", "/select,", path)
            : system.startsWith("mac")
                ? List.of("open", "-R", path)
                : List.of("xdg-open", folder.toString());
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
