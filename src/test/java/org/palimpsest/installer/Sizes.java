package org.palimpsest.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What takes the room in an installation, as a table for the README. */
final class Sizes {
  private final AppImage image;

  Sizes(AppImage image) {
    this.image = image;
  }

  String table() throws IOException {
    Path app = image.app();
    long jars = 0;
    for (Path jar : ProgramFiles.jars(app)) {
      jars += Files.size(jar);
    }
    long own = FileTree.bytes(app.resolve("models")) + FileTree.bytes(app.resolve("samples"));
    long engine =
        FileTree.bytes(app.resolve("engine")) + FileTree.bytes(app.resolve(ProgramFiles.NATIVES));
    long runtime = FileTree.bytes(image.runtime());
    long cache = Files.size(app.resolve(StartCacheTraining.FILE));
    long all = FileTree.bytes(image.folder());
    return "| part | MB |\n|---|---|\n"
        + row("PyTorch for the CPU and DJL's library for it, ready to be loaded", engine)
        + row("Java runtime with JavaFX", runtime)
        + row("start cache", cache)
        + row("the program and its libraries", jars)
        + row("embedded model and samples", own)
        + row("launchers, icons, licences", all - engine - runtime - cache - jars - own)
        + row("**installed**", all);
  }

  private static String row(String part, long bytes) {
    return "| %s | %.1f |%n".formatted(part, bytes * 1e-6);
  }
}
