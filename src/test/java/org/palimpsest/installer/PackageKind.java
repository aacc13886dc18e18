package org.palimpsest.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a packaged program was installed: a file beside it, which doctor shows. */
final class PackageKind {
  static final String FILE = "package.properties";

  private PackageKind() {}

  static void write(Path app, String kind) throws IOException {
    Files.writeString(app.resolve(FILE), "kind=" + kind + "\n");
  }
}
