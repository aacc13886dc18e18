package org.palimpsest.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Palimpsest keeps its own files, by the platform's convention: the XDG base directories,
 * {@code ~/Library} or {@code %LOCALAPPDATA%}. The folders need not exist yet.
 *
 * @param data models of the user and settings
 * @param cache what can be made again, such as the unpacked engine
 * @param log log files
 */
public record AppDirectories(Path data, Path cache, Path log) {
  /** The directories of this user on this machine. */
  public static AppDirectories ofThisMachine() {
    return of(
        System.getProperty("os.name"),
        System.getenv(),
        System.getProperty("user.home"),
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * The directories under stated circumstances.
   *
   * @param home the user's home folder as the system's accounts have it, which {@code HOME} goes
   *     before; a missing or read-only one is replaced by a private folder below {@code temporary}
   */
  static AppDirectories of(
      String os, Map<String, String> environment, @Nullable String home, Path temporary) {
    Path account = home == null || home.isBlank() ? temporary.resolve("no-home") : Path.of(home);
    Path base = absolute(environment.get("HOME"), account);
    return byConvention(os, environment, base).orBelow(temporary, base);
  }

  private static AppDirectories byConvention(
      String os, Map<String, String> environment, Path base) {
    String name = os.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      Path local = absolute(environment.get("LOCALAPPDATA"), base.resolve("AppData/Local"));
      Path own = local.resolve("Palimpsest");
      return new AppDirectories(own.resolve("data"), own.resolve("cache"), own.resolve("log"));
    }
    if (name.startsWith("mac")) {
      Path library = base.resolve("Library");
      return new AppDirectories(
          library.resolve("Application Support/Palimpsest"),
          library.resolve("Caches/Palimpsest"),
          library.resolve("Logs/Palimpsest"));
    }
    return new AppDirectories(
        xdg(environment, "XDG_DATA_HOME", base.resolve(".local/share")),
        xdg(environment, "XDG_CACHE_HOME", base.resolve(".cache")),
        xdg(environment, "XDG_STATE_HOME", base.resolve(".local/state")).resolve("log"));
  }

  /** Whether what is written there may be gone tomorrow, because the home folder cannot be used. */
  public boolean areTemporary() {
    return data.startsWith(Path.of(System.getProperty("java.io.tmpdir")))
        && data.getParent() != null
        && PrivateFolder.isOne(data.getParent());
  }

  private AppDirectories orBelow(Path temporary, Path home) {
    if (isUsable(data, home) && isUsable(cache, home) && isUsable(log, home)) {
      return this;
    }
    Path own = PrivateFolder.below(temporary);
    return new AppDirectories(
        isUsable(data, home) ? data : own.resolve("data"),
        isUsable(cache, home) ? cache : own.resolve("cache"),
        isUsable(log, home) ? log : own.resolve("log"));
  }

  private static Path xdg(Map<String, String> environment, String variable, Path otherwise) {
    return absolute(environment.get(variable), otherwise).resolve("palimpsest");
  }

  /** The convention demands that a relative value is ignored. */
  private static Path absolute(@Nullable String value, Path otherwise) {
    return value != null && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
  }

  /** Whether a folder can be written, or made; a home folder itself is never made. */
  private static boolean isUsable(Path folder, Path home) {
    if (folder.startsWith(home) && !Files.isDirectory(home)) {
      return false;
    }
    Path existing = folder;
    while (Files.notExists(existing)) {
      Path parent = existing.getParent();
      if (parent == null) {
        return false;
      }
      existing = parent;
    }
    return Files.isDirectory(existing) && Files.isWritable(existing);
  }

  /** Makes the folders that are missing. */
  public AppDirectories create() throws IOException {
    Files.createDirectories(data);
    Files.createDirectories(cache);
    Files.createDirectories(log);
    return this;
  }
}
