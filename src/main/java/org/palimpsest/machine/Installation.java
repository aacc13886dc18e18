package org.palimpsest.machine;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How the program that runs came onto this machine.
 *
 * @param home folder of the program's own files; the working directory in development
 */
public record Installation(Kind kind, Path home) {
  /** Written beside the program's files when they are packaged. */
  public static final String FACTS = "package.properties";

  /** System property that every launcher sets to the folder of the program's files. */
  private static final String HOME = "palimpsest.home";

  /** The ways to install it. */
  public enum Kind {
    DEB("Debian package"),
    APP_IMAGE("app image"),
    MSI("Windows installer"),
    DMG("macOS disk image"),
    FOLDER("folder with a launcher, on a Java of the system"),
    SOURCES("run from the sources");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For a person. */
    public String words() {
      return words;
    }

    /** As the file of facts has it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The one that runs. */
  public static Installation ofThisRun() {
    return of(System.getProperty(HOME));
  }

  /**
   * The one in a folder.
   *
   * @param home null in development
   */
  static Installation of(@Nullable String home) {
    if (home == null) {
      return new Installation(Kind.SOURCES, Path.of("").toAbsolutePath());
    }
    Path folder = Path.of(home).toAbsolutePath().normalize();
    return new Installation(kindIn(folder.resolve(FACTS)), folder);
  }

  private static Kind kindIn(Path facts) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(facts)) {
      properties.load(in);
    } catch (IOException e) {
      return Kind.FOLDER;
    }
    String word = properties.getProperty("kind", "");
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    return Kind.FOLDER;
  }

  /**
   * Folder of the engine's native libraries that lie ready to be loaded in place. Empty where they
   * are unpacked into the user's cache, and where the user has named libraries of his own: their
   * glue must be unpacked beside nothing of ours.
   */
  public Optional<Path> engine() {
    Path engine = home.resolve("engine");
    boolean own = System.getenv("PYTORCH_LIBRARY_PATH") != null;
    return own || !Files.isDirectory(engine) ? Optional.empty() : Optional.of(engine);
  }
}
