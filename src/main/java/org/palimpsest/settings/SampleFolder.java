package org.palimpsest.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the sample pictures that come with the program lie. */
public final class SampleFolder {
  private SampleFolder() {}

  /** Their folder; empty in an installation that lacks them. */
  public static Optional<Path> ofThisRun() {
    return of(System.getProperty(ModelFolders.HOME));
  }

  /**
   * Their folder.
   *
   * @param home the installation; null in development, where the project is the working directory
   */
  static Optional<Path> of(@Nullable String home) {
    Path folder = home == null ? Path.of("src", "samples") : Path.of(home, "samples");
    return Optional.of(folder.toAbsolutePath()).filter(Files::isDirectory);
  }
}
