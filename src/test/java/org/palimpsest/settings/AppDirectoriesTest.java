package org.palimpsest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppDirectoriesTest {
  private final Path home;
  private final Path temporary;

  AppDirectoriesTest(@TempDir Path folder) throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  @Test
  void linuxFollowsTheXdgDefaults() {
    assertThat(of("Linux", Map.of(), home))
        .isEqualTo(
            new AppDirectories(
                home.resolve(".local/share/palimpsest"),
                home.resolve(".cache/palimpsest"),
                home.resolve(".local/state/palimpsest/log")));
  }

  @Test
  void xdgVariablesWinUnlessTheyAreRelative() {
    Path elsewhere = temporary.resolve("cache");
    AppDirectories directories =
        of(
            "Linux",
            Map.of("XDG_CACHE_HOME", elsewhere.toString(), "XDG_DATA_HOME", "relative"),
            home);
    assertThat(directories.cache()).isEqualTo(elsewhere.resolve("palimpsest"));
    assertThat(directories.data()).isEqualTo(home.resolve(".local/share/palimpsest"));
  }

  @Test
  void macFollowsTheLibraryFolders() {
    assertThat(of("Mac OS X", Map.of(), home))
        .isEqualTo(
            new AppDirectories(
                home.resolve("Library/Application Support/Palimpsest"),
                home.resolve("Library/Caches/Palimpsest"),
                home.resolve("Library/Logs/Palimpsest")));
  }

  @Test
  void windowsFollowsLocalAppData() {
    Path local = home.resolve("L");
    assertThat(of("Windows 11", Map.of("LOCALAPPDATA", local.toString()), home).cache())
        .isEqualTo(local.resolve("Palimpsest/cache"));
    assertThat(of("Windows 11", Map.of(), home).log())
        .isEqualTo(home.resolve("AppData/Local/Palimpsest/log"));
  }

  @Test
  void aMissingHomeIsReplacedByAFolderOfOnesOwn() throws IOException {
    AppDirectories directories = of("Linux", Map.of(), home.resolve("gone"));
    assertThat(directories.data()).startsWithRaw(temporary);
    assertThat(directories.create().cache()).isWritable();
    assertThat(home.resolve("gone")).doesNotExist();
    assertThat(AppDirectories.of("Linux", Map.of(), null, temporary)).isEqualTo(directories);
    assertThat(Files.getPosixFilePermissions(directories.data().getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aFolderThatOthersCouldHavePreparedIsNotUsed() throws IOException {
    Path first = PrivateFolder.below(temporary);
    assertThat(PrivateFolder.below(temporary)).isEqualTo(first);
    Files.setPosixFilePermissions(first, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(PrivateFolder.below(temporary)).isNotEqualTo(first);
    Files.delete(first);
    Files.createSymbolicLink(first, home);
    assertThat(PrivateFolder.below(temporary)).isNotEqualTo(first);
  }

  @Test
  void aFileInTheWayCountsAsUnusable() throws IOException {
    Files.createFile(home.resolve(".cache"));
    AppDirectories directories = of("Linux", Map.of(), home);
    assertThat(directories.cache()).startsWithRaw(temporary);
    assertThat(directories.data()).startsWithRaw(home);
  }

  @Test
  void aReadOnlyHomeIsReplaced() throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(home)).as("the superuser writes anywhere").isFalse();
    assertThat(of("Linux", Map.of(), home).data()).startsWithRaw(temporary);
  }

  private AppDirectories of(String os, Map<String, String> environment, Path at) {
    return AppDirectories.of(os, environment, at.toString(), temporary);
  }
}
