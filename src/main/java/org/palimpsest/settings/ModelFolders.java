package org.palimpsest.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where models are looked for: those that come with the program, then the user's own. */
public final class ModelFolders {
  /** System property that the launcher sets to the folder the program is installed in. */
  public static final String HOME = "palimpsest.home";

  private ModelFolders() {}

  /** The root folders for this run, in the order in which they are searched. */
  public static List<Path> ofThisRun(AppDirectories directories) {
    return of(System.getProperty(HOME), directories);
  }

  /**
   * The root folders.
   *
   * @param home the installation; null in development, where the project is the working directory
   */
  static List<Path> of(@Nullable String home, AppDirectories directories) {
    Path program = Path.of(home == null ? "" : home);
    return List.of(program.resolve("models").toAbsolutePath(), users(directories));
  }

  /** Where files on their way from a server go, and those that are parts of no model yet. */
  public static Path downloads(AppDirectories directories) {
    return directories.data().resolve("downloads");
  }

  /** Where models of the user's own are published. */
  public static Path users(AppDirectories directories) {
    return directories.data().resolve("models");
  }
}
