package org.palimpsest.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of packaging that need no program of the system. */
class PackagingTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:06Z");

  @TempDir private Path folder;

  @Test
  void optionsAreFilledAndRemarksLeftOut() throws Exception {
    Path file = folder.resolve("a.options");
    Files.writeString(file, "# remark\n--type deb\n--vendor Two Words ${version}\n\n--win-menu\n");
    assertThat(Options.read(file, Map.of("version", "1.2")))
        .containsExactly("--type", "deb", "--vendor", "Two Words 1.2", "--win-menu");
    assertThatThrownBy(() -> Options.read(file, Map.of()))
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("${version}");
  }

  @Test
  void aMissingFactIsNamed() {
    assertThatThrownBy(() -> PackageFacts.of("version=1"))
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("time");
    assertThatThrownBy(() -> PackageFacts.of("version"))
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("name=value");
  }

  @Test
  void aToolThatFailsTellsWhatItSaid() {
    assertThatThrownBy(() -> Tool.ofJdk("jlink", List.of("--no-such-option")))
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("jlink ended with")
        .hasMessageContaining("no-such-option");
    assertThatThrownBy(() -> Tool.run(folder, Map.of(), List.of("no-such-program-here")))
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("no-such-program-here");
  }

  @Test
  void aSlimJarKeepsContentAndTimesOfTheRest() throws IOException {
    Path jar = folder.resolve("whole.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("a/A.class", "a/lib.so")) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2020, 1, 2, 3, 4, 6));
        zip.putNextEntry(entry);
        zip.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    Path slim = folder.resolve("slim.jar");
    assertThat(SlimJar.copy(jar, slim, name -> name.endsWith(".so"))).isEqualTo(1);
    try (ZipFile zip = new ZipFile(slim.toFile())) {
      assertThat(zip.size()).isEqualTo(1);
      ZipEntry kept = Objects.requireNonNull(zip.getEntry("a/A.class"));
      assertThat(kept.getTimeLocal()).isEqualTo(LocalDateTime.of(2020, 1, 2, 3, 4, 6));
      assertThat(zip.getInputStream(kept)).hasContent("a/A.class");
    }
    SlimJar.unpack(jar, folder, name -> name.endsWith(".so"));
    assertThat(folder.resolve("lib.so")).hasContent("a/lib.so");
    Path same = folder.resolve("same.jar");
    assertThat(SlimJar.copy(jar, same, name -> false)).isZero();
    assertThat(same).hasSameBinaryContentAs(jar);
  }

  @Test
  void aSettledTreeDependsNeitherOnTheHourNorOnTheBuilder() throws IOException {
    Path tree = folder.resolve("tree");
    Files.createDirectories(tree.resolve("below"));
    Path file = Files.writeString(tree.resolve("below/file"), "x");
    Path program = Files.writeString(tree.resolve("program"), "y");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(tree.resolve("link"), Path.of("nowhere"));
    FileTree.settle(tree, TIME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(program)))
        .isEqualTo("rwxr-xr-x");
    for (Path path : FileTree.all(tree)) {
      if (!Files.isSymbolicLink(path)) {
        assertThat(Files.getLastModifiedTime(path)).isEqualTo(FileTime.from(TIME));
      }
    }
    FileTree.delete(tree);
    assertThat(tree).doesNotExist();
  }

  @Test
  void theClassPathIsThatOfTheLaunchersAndTheyMayNotDiffer() throws Exception {
    AppImage image = new AppImage(folder, folder, folder);
    assertThatThrownBy(image::classPath).isInstanceOf(PackagingException.class);
    Files.writeString(
        folder.resolve("a.cfg"), "app.classpath=$APPDIR/z.jar\napp.classpath=$APPDIR/b.jar\n");
    Files.writeString(
        folder.resolve("b.cfg"), "app.classpath=$APPDIR/z.jar\napp.classpath=$APPDIR/b.jar\n");
    assertThat(image.classPath()).containsExactly(folder + "/z.jar", folder + "/b.jar");
    Files.writeString(folder.resolve("b.cfg"), "app.classpath=$APPDIR/b.jar\n");
    assertThatThrownBy(image::classPath).hasMessageContaining("differ");
  }

  @Test
  void checksumsAreThoseThatSha256sumReads() throws Exception {
    Path file = Files.writeString(folder.resolve("a.deb"), "abc");
    Artefacts.checksums(List.of(file), folder.resolve("SHA256SUMS"));
    assertThat(folder.resolve("SHA256SUMS"))
        .hasContent("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.deb\n");
  }
}
