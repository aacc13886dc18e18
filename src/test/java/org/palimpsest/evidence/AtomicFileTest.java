package org.palimpsest.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private final Path folder;

  AtomicFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void newFileHasTheContentAndNothingStaysBesideIt() throws IOException {
    Path target = folder.resolve("a.bin");
    AtomicFile.write(target, new byte[] {1, 2, 3});
    assertThat(target).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(files()).containsExactly(target);
  }

  @Test
  void existingFileIsReplaced() throws IOException {
    Path target = Files.writeString(folder.resolve("a.txt"), "a longer text that was there before");
    AtomicFile.write(target, out -> out.write('x'));
    assertThat(target).hasContent("x");
  }

  @Test
  void failureHalfWayLeavesTheOldFileAndNothingElse() throws IOException {
    Path target = Files.writeString(folder.resolve("a.txt"), "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    target,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("half way");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("half way");
    assertThat(target).hasContent("old");
    assertThat(files()).containsExactly(target);
  }

  @Test
  void uncheckedFailureLeavesNothingEither() throws IOException {
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    folder.resolve("a"),
                    out -> {
                      throw new IllegalStateException("half way");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void readersSeeTheOldContentUntilTheNewIsWhole() throws IOException {
    Path target = Files.writeString(folder.resolve("a.txt"), "old");
    AtomicFile.write(
        target,
        out -> {
          out.write("new".getBytes(java.nio.charset.StandardCharsets.UTF_8));
          out.flush();
          assertThat(target).hasContent("old");
        });
    assertThat(target).hasContent("new");
  }

  @Test
  void longestNameIsWritten() throws IOException {
    Path target = folder.resolve("a".repeat(255));
    AtomicFile.write(target, new byte[] {1});
    assertThat(target).hasBinaryContent(new byte[] {1});
  }

  @Test
  void missingFolderIsAnError() {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("none/a"), new byte[1]))
        .isInstanceOf(NoSuchFileException.class);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
