package org.palimpsest.registry.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives that lie. */
@Timeout(20)
class ZipCheckpointTest {
  private static final int END = 22;
  private static final int BIG_END = 56 + 20 + END;
  private static final byte[] TWO_FLOATS = new byte[8];

  private final Path folder;

  ZipCheckpointTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = simple();
    for (int length = 0; length < whole.length; length++) {
      assertRefused("FMT-[35][015]", Arrays.copyOf(whole, length));
    }
  }

  @Test
  void everyTruncationOfTorchScriptIsRefused() throws IOException {
    byte[] whole = Checkpoints.script();
    for (int length = 0; length < whole.length; length++) {
      assertRefused("FMT-[35][015]", Arrays.copyOf(whole, length));
    }
  }

  @Test
  void bytesBehindTheEndAreRefused() throws IOException {
    byte[] whole = simple();
    assertRefused("FMT-31", Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void aCommentWhichCouldHideASecondEndIsRefused() throws IOException {
    byte[] bytes = Arrays.copyOf(simple(), simple().length + END);
    byte[] whole = simple();
    System.arraycopy(whole, whole.length - END, bytes, whole.length, END);
    little(bytes).putShort(whole.length - 2, (short) END);
    assertRefused("FMT-3[01]", bytes);
    little(bytes).putShort(bytes.length - 2, (short) 1);
    assertRefused("FMT-31", bytes).hasMessageContaining("a comment");
  }

  @ParameterizedTest
  @CsvSource({
    "24, 5", // entries, and below the list's place and size
    "32, -1",
    "32, 4611686018427387904",
    "40, 3",
    "40, -8",
    "40, 9223372036854775807",
    "48, 1",
    "48, -1",
    "48, 9223372036854775807",
    "64, 0", // where the 64-bit record is
    "64, -1",
    "64, 9223372036854775807"
  })
  void anEndThatLiesIsRefused(int field, long value) throws IOException {
    byte[] bytes = simple();
    little(bytes).putLong(bytes.length - BIG_END + field, value);
    assertRefused("FMT-3[01]", bytes);
  }

  @Test
  void moreEntriesThanTheListHasAreRefused() throws IOException {
    for (long entries : new long[] {0, 1, 5, 70_000, 1L << 32, -1}) {
      assertRefused("FMT-3[015]", simpleWriter().finish(entries));
    }
  }

  @Test
  void aCompressedPickleIsRefusedAndNotInflated() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry("archive/data.pkl"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
    }
    assertRefused("FMT-32", out.toByteArray()).hasMessageContaining("\"archive/data.pkl\"");
  }

  @Test
  void aCompressedOrEncryptedStorageIsRefused() throws IOException {
    for (int[] kind : new int[][] {{ArchiveWriter.FLAGS, 8}, {ArchiveWriter.FLAGS | 1, 0}}) {
      byte[] bytes =
          new ArchiveWriter()
              .entry("archive/data.pkl", pickle())
              .entry("archive/data/0", kind[0], kind[1], 0, TWO_FLOATS.length, TWO_FLOATS)
              .finish();
      assertRefused("FMT-32", bytes);
    }
  }

  @Test
  void aStorageThatClaimsAnotherSizeIsRefused() throws IOException {
    for (int size : new int[] {0, 7, 9, Integer.MAX_VALUE, -1}) {
      byte[] bytes =
          new ArchiveWriter()
              .entry("archive/data.pkl", pickle())
              .entry("archive/data/0", ArchiveWriter.FLAGS, 0, 0, size, TWO_FLOATS)
              .finish();
      assertRefused("FMT-3[12]", bytes);
    }
    assertRefused("FMT-52", Checkpoints.zip(pickle(), new byte[12]))
        .hasMessageContaining("12 bytes where its pickle states 8");
  }

  @Test
  void entriesThatOverlapAreRefused() throws IOException {
    ArchiveWriter out = new ArchiveWriter().entry("archive/data.pkl", pickle());
    out.entry("archive/data/0", TWO_FLOATS);
    byte[] inner = new ArchiveWriter().entry("archive/data/1", new byte[8]).finish();
    int outer = out.position();
    out.entry("archive/data/2", inner);
    int start = Math.ceilDiv(outer + 30 + "archive/data/2".length() + 4, 64) * 64;
    out.listed("archive/data/1", ArchiveWriter.FLAGS, 0, 0, 8, 8, start);
    assertRefused("FMT-33", out.finish()).hasMessageContaining("overlaps");
  }

  @Test
  void twoEntriesOfOneNameAreRefused() throws IOException {
    assertRefused("FMT-31", simpleWriter().entry("archive/data/0", TWO_FLOATS).finish())
        .hasMessageContaining("\"archive/data/0\" occurs twice");
  }

  @Test
  void anEntryThatIsNotWhereTheListSaysIsRefused() throws IOException {
    for (int header : new int[] {1, 1 << 20, -2, -1}) {
      byte[] bytes =
          simpleWriter().listed("archive/x", ArchiveWriter.FLAGS, 0, 0, 0, 0, header).finish();
      assertRefused("FMT-3[01]", bytes);
    }
    byte[] other = simpleWriter().listed("archive/x", ArchiveWriter.FLAGS, 0, 0, 0, 0, 0).finish();
    assertRefused("FMT-31", other).hasMessageContaining("not what the list of entries says");
  }

  @Test
  void aPickleWithAWrongChecksumIsRefused() throws IOException {
    byte[] bytes =
        new ArchiveWriter()
            .entry("archive/data.pkl", ArchiveWriter.FLAGS, 0, 1, pickle().length, pickle())
            .entry("archive/data/0", TWO_FLOATS)
            .finish();
    assertRefused("FMT-34", bytes);
  }

  @Test
  void anArchiveOfSomethingElseIsRefused() throws IOException {
    assertRefused("FMT-35", new ArchiveWriter().entry("word/document.xml", "<w/>").finish());
    assertRefused("FMT-35", new ArchiveWriter().finish(), "PK\3\4");
    assertRefused("FMT-35", new ArchiveWriter().entry("a/b/data.pkl", pickle()).finish());
    assertRefused("FMT-35", simpleWriter().entry("other/data.pkl", pickle()).finish())
        .hasMessageContaining("two pickles");
  }

  @Test
  void aMissingStorageIsNamed() throws IOException {
    assertRefused("FMT-35", Checkpoints.zip(pickle()))
        .hasMessageContaining("it has no entry \"archive/data/0\".");
  }

  @Test
  void aStorageCannotBeOutsideTheFolderOfStorages() throws IOException {
    byte[] pickle =
        PickleWriter.protocol2().ops("}").text("a").vector("ByteStorage", "../x", 1).op('s').stop();
    assertRefused(
        "FMT-35", new ArchiveWriter().entry("a/data.pkl", pickle).entry("a/x", "x").finish());
  }

  @Test
  void bigEndianNumbersAndUnknownVersionsAreRefused() throws IOException {
    for (String[] entry :
        new String[][] {
          {"byteorder", "big"},
          {"byteorder", ""},
          {"byteorder", "little".repeat(99)},
          {"version", "99\n"},
          {"version", "x"},
          {"version", ""},
          {"version", "3".repeat(99)}
        }) {
      byte[] bytes =
          new ArchiveWriter()
              .entry("archive/data.pkl", pickle())
              .entry("archive/data/0", TWO_FLOATS)
              .entry("archive/" + entry[0], entry[1])
              .finish();
      assertRefused("FMT-36", bytes);
    }
  }

  @Test
  void bytesBehindThePickleAreRefused() throws IOException {
    byte[] longer = Arrays.copyOf(pickle(), pickle().length + 1);
    assertRefused("FMT-43", Checkpoints.zip(longer, TWO_FLOATS));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1, 2, 1, FMT-52", // one behind the end
        "2, 1, 1, FMT-52",
        "0, 2, 2, FMT-52",
        "0, 3, 1, FMT-52",
        "9223372036854775807, 1, 1, FMT-52",
        "0, 4611686018427387904, 4611686018427387904, FMT-52",
        "0, 9223372036854775807, 1, FMT-52",
        "0, 68719476736, 0, FMT-53", // 256 GiB of one repeated element
        "1, 67108865, 0, FMT-53"
      })
  void aTensorThatReachesBeyondItsStorageIsRefused(
      long offset, long extent, long stride, String code) throws IOException {
    byte[] pickle =
        PickleWriter.protocol2()
            .ops("}")
            .text("a")
            .tensor("FloatStorage", "0", 2, offset, new long[] {extent}, stride)
            .op('s')
            .stop();
    assertRefused(code, Checkpoints.zip(pickle, TWO_FLOATS)).hasMessageContaining("\"a\"");
  }

  @Test
  void aStorageOfImpossibleSizeIsRefused() throws IOException {
    for (long elements : new long[] {1L << 62, Long.MAX_VALUE, 3}) {
      byte[] pickle =
          PickleWriter.protocol2()
              .ops("}")
              .text("a")
              .vector("FloatStorage", "0", elements)
              .op('s')
              .stop();
      assertRefused("FMT-52", Checkpoints.zip(pickle, TWO_FLOATS));
    }
  }

  /** Every module is used twice by the next, so the tree has 2^40 leaves. */
  @Test
  void aTreeOfSharedModulesIsRefused() throws IOException {
    PickleWriter out = module(PickleWriter.protocol2()).ops("}(").text("parts").op('(');
    module(out).ops("}b").keep(0);
    for (int i = 0; i < 40; i++) {
      module(out).ops("}(").text("a").fetch(i).text("b").fetch(i).ops("ub").keep(i + 1);
    }
    out.op('t').text("tree").fetch(40).ops("ub");
    assertRefused("FMT-52", Checkpoints.script(out.stop())).hasMessageContaining("too large");
  }

  @Test
  void namesThatGrowAlongThePathAreRefused() throws IOException {
    PickleWriter out = module(PickleWriter.protocol2()).ops("}").text("n".repeat(600));
    assertRefused("FMT-52", Checkpoints.script(module(out).ops("}bsb").stop()))
        .hasMessageContaining("too long");
  }

  @Test
  void aTorchScriptClassIsNoClassElsewhere() throws IOException {
    assertRefused("FMT-41", Checkpoints.zip(Checkpoints.scriptPickle(), new byte[4], new byte[4]))
        .hasMessageContaining("\"__torch__.Net\"");
  }

  @Test
  void torchScriptMayNotCallEither() throws IOException {
    byte[] pickle = PickleWriter.protocol2().global("os", "system").text("id").op(0x85, 'R').stop();
    assertRefused("FMT-41", Checkpoints.script(pickle)).hasMessageContaining("\"os.system\"");
  }

  private static PickleWriter module(PickleWriter out) {
    return out.global("__torch__", "A").op(')', 0x81);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String code, byte[] bytes)
      throws IOException {
    return assertRefused(code, bytes, "");
  }

  /** The prefix makes an archive without entries recognisable as one. */
  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      String code, byte[] bytes, String prefix) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(prefix.getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(bytes);
    if (!prefix.isEmpty()) {
      // The end's places move with it.
      byte[] moved = all.toByteArray();
      int end = moved.length - BIG_END;
      little(moved).putLong(end + 48, prefix.length()).putLong(end + 64, end);
      little(moved).putInt(moved.length - 6, prefix.length());
      all.reset();
      all.writeBytes(moved);
    }
    Path path = Files.write(folder.resolve("model.pth"), all.toByteArray());
    return assertThatThrownBy(() -> CheckpointFile.open(path).close())
        .isInstanceOfSatisfying(
            FormatException.class, e -> assertThat(e.code()).as(e.getMessage()).matches(code))
        .hasMessageMatching("\\P{Cntrl}{1,900}\\.");
  }

  private static byte[] pickle() {
    return PickleWriter.protocol2()
        .ops("}")
        .text("a")
        .vector("FloatStorage", "0", 2)
        .op('s')
        .stop();
  }

  private static ArchiveWriter simpleWriter() {
    return new ArchiveWriter()
        .entry("archive/data.pkl", pickle())
        .entry("archive/data/0", TWO_FLOATS);
  }

  private static byte[] simple() {
    return simpleWriter().finish();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
