package org.palimpsest.registry.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegacyCheckpointTest {
  private final Path folder;

  LegacyCheckpointTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = Checkpoints.legacy();
    for (int length = 0; length < whole.length; length++) {
      assertRefused("FMT-(30|50)", Arrays.copyOf(whole, length));
    }
  }

  @Test
  void bytesBehindTheEndAreRefused() throws IOException {
    byte[] whole = Checkpoints.legacy();
    assertRefused("FMT-55", Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void aPickleThatPyTorchDidNotWriteIsRefused() throws IOException {
    assertRefused("FMT-50", PickleWriter.protocol2().ops("}").stop())
        .hasMessageContaining("not one that PyTorch wrote");
    assertRefused("FMT-41", PickleWriter.protocol2().global("os", "system").stop());
  }

  @Test
  void anotherVersionOrByteOrderIsRefused() throws IOException {
    byte[] keys = Checkpoints.keys("0");
    assertRefused("FMT-36", Checkpoints.legacy(1002, true, content(), keys, storage(1)));
    assertRefused("FMT-36", Checkpoints.legacy(1001, false, content(), keys, storage(1)));
  }

  @Test
  void storagesThatDoNotFitTheContentAreRefused() throws IOException {
    byte[] keys = Checkpoints.keys("0");
    assertRefused("FMT-55", Checkpoints.legacy(1001, true, content(), keys, storage(2)));
    assertRefused("FMT-55", Checkpoints.legacy(1001, true, content(), keys, storage(-1)));
    assertRefused(
        "FMT-55", Checkpoints.legacy(1001, true, content(), Checkpoints.keys(), new byte[0]));
    assertRefused(
        "FMT-55", Checkpoints.legacy(1001, true, content(), Checkpoints.keys("1"), storage(1)));
    byte[] both = Arrays.copyOf(storage(1), 24);
    System.arraycopy(storage(1), 0, both, 12, 12);
    assertRefused(
        "FMT-55", Checkpoints.legacy(1001, true, content(), Checkpoints.keys("0", "0"), both));
    byte[] number = PickleWriter.protocol2().number(3).stop();
    assertRefused("FMT-55", Checkpoints.legacy(1001, true, content(), number, storage(1)));
  }

  @Test
  void aStorageLargerThanTheFileIsRefused() throws IOException {
    for (long elements : new long[] {2, 1L << 40, Long.MAX_VALUE}) {
      byte[] content =
          PickleWriter.protocol2()
              .ops("}")
              .text("a")
              .vector("FloatStorage", "0", elements)
              .op('s')
              .stop();
      ByteBuffer storage = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(elements);
      assertRefused(
          "FMT-30",
          Checkpoints.legacy(1001, true, content, Checkpoints.keys("0"), storage.array()));
    }
  }

  private static byte[] content() {
    return PickleWriter.protocol2()
        .ops("}")
        .text("a")
        .vector("FloatStorage", "0", 1)
        .op('s')
        .stop();
  }

  private static byte[] storage(long elements) {
    return ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(elements).array();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String code, byte[] bytes)
      throws IOException {
    Path path = Files.write(folder.resolve("model.pth"), bytes);
    return assertThatThrownBy(() -> CheckpointFile.open(path).close())
        .isInstanceOfSatisfying(
            FormatException.class, e -> assertThat(e.code()).as(e.getMessage()).matches(code))
        .hasMessageMatching("\\P{Cntrl}{1,900}\\.");
  }
}
