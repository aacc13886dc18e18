package org.palimpsest.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Evidence.Opener;
import org.palimpsest.evidence.EvidenceException.Reason;

class EvidenceTest {
  private static final byte[] GIF = {'G', 'I', 'F', '8', '9', 'a', 1, 2, 3};

  private final Path folder;

  EvidenceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void bytesDigestTypeAndMisnamingAreTaken() throws Exception {
    Path file = Files.write(folder.resolve("photo.jpg"), GIF);
    Evidence evidence = Evidence.take(file);
    assertThat(evidence.path()).isEqualTo(file);
    assertThat(evidence.bytes()).isEqualTo(GIF);
    assertThat(evidence.sha256()).isEqualTo(Sha256.of(GIF));
    assertThat(evidence.type()).isEqualTo(FileType.GIF);
    assertThat(evidence.misnamed()).isTrue();
  }

  @Test
  void fileIsOpenedOnce() throws Exception {
    Path file = Files.write(folder.resolve("a.gif"), GIF);
    int[] opened = {0};
    Evidence.take(
        file,
        path -> {
          opened[0]++;
          return Files.newInputStream(path);
        });
    assertThat(opened[0]).isEqualTo(1);
  }

  @Test
  void missingFileIsSaidToBeMissing() {
    assertThat(refusal(folder.resolve("none.jpg"), Files::newInputStream))
        .hasMessage("There is no such file: " + folder.resolve("none.jpg"))
        .returns(Reason.MISSING, EvidenceException::reason)
        .returns("EVI-01", EvidenceException::code);
  }

  @Test
  void emptyFileIsRefused() throws IOException {
    assertRefused(Files.createFile(folder.resolve("empty.png")), Reason.EMPTY);
  }

  @Test
  void folderIsRefused() {
    assertRefused(folder, Reason.DIRECTORY);
  }

  @Test
  void fileAboveTheLimitIsRefusedWithoutReadingIt() throws IOException {
    Path file = folder.resolve("large.tif");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(Evidence.MAX_BYTES + 1);
    }
    assertThat(refusal(file, path -> fail())).returns(Reason.TOO_LARGE, EvidenceException::reason);
  }

  @Test
  void deviceIsRefusedWithoutOpeningIt() {
    Path device = Path.of("/dev/zero");
    assumeTrue(Files.exists(device));
    assertThat(refusal(device, path -> fail()))
        .returns(Reason.NOT_A_FILE, EvidenceException::reason);
  }

  @Test
  void fileThatMayNotBeReadIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("secret.gif"), GIF);
    assumeTrue(Files.getFileAttributeView(file, PosixFileAttributeView.class) != null);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "this user may read everything");
    assertRefused(file, Reason.NO_PERMISSION);
  }

  @Test
  void fileThatVanishesBeforeItIsOpenedIsSaidToHaveVanished() throws IOException {
    Path file = Files.write(folder.resolve("a.gif"), GIF);
    Opener late =
        path -> {
          Files.delete(path);
          return Files.newInputStream(path);
        };
    assertThat(refusal(file, late)).returns(Reason.VANISHED, EvidenceException::reason);
  }

  @Test
  void fileThatVanishesWhileItIsReadIsSaidToHaveVanished() throws IOException {
    Path file = Files.write(folder.resolve("a.gif"), GIF);
    Opener removing =
        path -> {
          Files.delete(path);
          return failing();
        };
    assertThat(refusal(file, removing)).returns(Reason.VANISHED, EvidenceException::reason);
  }

  @Test
  void readErrorIsReportedWithItsCause() throws IOException {
    Path file = Files.write(folder.resolve("a.gif"), GIF);
    assertThat(refusal(file, path -> failing()))
        .returns(Reason.READ_ERROR, EvidenceException::reason)
        .hasRootCauseMessage("disk error");
  }

  @Test
  void fileThatGrowsOrShrinksWhileItIsReadIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("a.gif"), GIF);
    for (int length : new int[] {GIF.length - 1, GIF.length + 1}) {
      Opener changing = path -> InputStream.nullInputStream();
      byte[] other = new byte[length];
      assertThat(refusal(file, path -> Files.newInputStream(Files.write(path, other))))
          .returns(Reason.CHANGED, EvidenceException::reason);
      Files.write(file, GIF);
      assertThat(refusal(file, changing)).returns(Reason.CHANGED, EvidenceException::reason);
    }
  }

  @Test
  void originalIsLeftAsItWas() throws Exception {
    Path file = Files.write(folder.resolve("a.gif"), GIF);
    var before = Files.getLastModifiedTime(file);
    Evidence.take(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(GIF);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
  }

  private static void assertRefused(Path file, Reason reason) {
    assertThatThrownBy(() -> Evidence.take(file))
        .isInstanceOfSatisfying(
            EvidenceException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(file.toString());
  }

  private static EvidenceException refusal(Path file, Opener opener) {
    return catchThrowableOfType(EvidenceException.class, () -> Evidence.take(file, opener));
  }

  private static InputStream fail() {
    throw new AssertionError("opened");
  }

  private static InputStream failing() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("disk error");
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return read();
      }
    };
  }
}
