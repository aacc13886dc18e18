package org.palimpsest.registry.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that PyTorch wrote (see the golden files' README) and small ones laid out here. */
class CheckpointFileTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private final Path folder;

  CheckpointFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsATrainingCheckpointOfPyTorch() throws IOException {
    try (CheckpointFile file = CheckpointFile.open(GOLDEN.resolve("tiny_maskclip.pth"))) {
      assertThat(file.format()).isEqualTo(CheckpointFormat.PYTORCH_ZIP);
      assertThat(file.within()).isEqualTo("model");
      assertThat(file.ignored()).containsExactly("epoch", "scaler", "args");
      assertSameAsSafetensors(file);
      file.verify();
    }
  }

  @Test
  void readsACheckpointOfPyTorchBefore16() throws IOException {
    try (CheckpointFile file = CheckpointFile.open(GOLDEN.resolve("tiny_maskclip_legacy.pth"))) {
      assertThat(file.format()).isEqualTo(CheckpointFormat.PYTORCH_LEGACY);
      assertThat(file.within()).isEqualTo("model");
      assertThat(file.ignored()).containsExactly("epoch");
      assertSameAsSafetensors(file);
    }
  }

  @Test
  void readsATorchScriptArchiveInHalfPrecision() throws IOException {
    try (CheckpointFile file = CheckpointFile.open(GOLDEN.resolve("tiny_clip_jit.pt"));
        SafetensorsFile full = SafetensorsFile.open(GOLDEN.resolve("tiny_maskclip.safetensors"))) {
      assertThat(file.format()).isEqualTo(CheckpointFormat.TORCHSCRIPT);
      assertThat(file.ignored()).containsExactly("training", "_is_full_backward_hook");
      int halves = 0;
      int clip = 0;
      for (String name : full.names()) {
        if (!name.startsWith("clip.")) {
          continue;
        }
        clip++;
        TensorView found = file.tensor(name.substring("clip.".length()));
        float[] expected = full.floats(name);
        assertThat(found.shape()).as(name).isEqualTo(full.type(name).shape());
        if (found.dtype() == DType.F16) {
          halves++;
          for (int i = 0; i < expected.length; i++) {
            expected[i] = Float.float16ToFloat(Float.floatToFloat16(expected[i]));
          }
        }
        assertThat(found.floats()).as(name).isEqualTo(expected);
      }
      assertThat(halves).isEqualTo(51);
      assertThat(file.names()).hasSize(clip + 3);
      assertThat(file.tensor("context_length").dtype()).isEqualTo(DType.I64);
      assertThat(file.tensor("context_length").shape()).isEmpty();
      assertThat(file.tensor("context_length").buffer().getLong()).isEqualTo(77);
      file.verify();
    }
  }

  @Test
  void readsSafetensors() throws IOException {
    try (CheckpointFile file = CheckpointFile.open(GOLDEN.resolve("tiny_maskclip.safetensors"))) {
      assertThat(file.format()).isEqualTo(CheckpointFormat.SAFETENSORS);
      assertSameAsSafetensors(file);
      file.verify();
    }
  }

  @Test
  void readsEveryElementTypeAndLayout() throws IOException {
    try (CheckpointFile file = file(Checkpoints.training())) {
      assertThat(file.format()).isEqualTo(CheckpointFormat.PYTORCH_ZIP);
      assertThat(file.within()).isEqualTo("model");
      assertThat(file.ignored()).containsExactly("extra", "optimizer", "args", "best", "seed");
      assertThat(file.names()).hasSize(16);
      assertThat(file.type("plain")).hasToString("F32 [2, 3]");
      assertThat(file.tensor("plain").floats()).containsExactly(.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f);
      assertThat(file.tensor("plain").buffer().isDirect()).isTrue();
      assertThat(file.type("turned")).hasToString("F32 [3, 2]");
      assertThat(file.tensor("turned").floats()).containsExactly(.5f, 3.5f, 1.5f, 4.5f, 2.5f, 5.5f);
      assertThat(file.tensor("turned").bytes().isReadOnly()).isTrue();
      assertThat(file.tensor("repeated").floats()).containsExactly(1.5f, 3.5f, 1.5f, 3.5f);
      assertThat(file.type("last").shape()).isEmpty();
      assertThat(file.tensor("last").floats()).containsExactly(5.5f);
      assertThat(file.tensor("empty").floats()).isEmpty();
      assertThat(file.tensor("half").floats()).containsExactly(1, -2.5f, 65504);
      assertThat(file.tensor("parameter").floats()).containsExactly(1, -2.5f, 65504);
      assertThat(file.tensor("brain").floats()).containsExactly(1.5f, -2);
      assertThat(file.tensor("double").floats()).containsExactly(0.1f);
      assertThat(file.tensor("long").buffer().getLong(8)).isEqualTo(-1);
      assertThat(file.tensor("int").buffer().getInt(4)).isEqualTo(-2);
      assertThat(file.tensor("short").buffer().getShort(2)).isEqualTo((short) -3);
      assertThat(file.tensor("char").buffer().get(1)).isEqualTo((byte) -4);
      assertThat(file.tensor("byte").buffer().get(0)).isEqualTo((byte) 5);
      assertThat(file.type("bool").dtype()).isEqualTo(DType.BOOL);
      assertThat(file.type("unsigned")).hasToString("U16 [2]");
      assertThat(file.tensor("unsigned").buffer().getShort(0)).isEqualTo((short) 40_000);
      file.verify();
    }
  }

  @Test
  void takesOffWhatTrainingOnSeveralDevicesPutsInFrontOfNames() throws IOException {
    try (CheckpointFile file = file(Checkpoints.legacy())) {
      assertThat(file.format()).isEqualTo(CheckpointFormat.PYTORCH_LEGACY);
      assertThat(file.within()).isEqualTo("state_dict");
      assertThat(file.names()).containsExactly("a", "b");
      assertThat(file.ignored()).containsExactly("epoch");
      assertThat(file.tensor("a").floats()).containsExactly(1.5f, -2);
      assertThat(file.tensor("b").buffer().getLong()).isEqualTo(42);
    }
  }

  @Test
  void keepsThatBeginningIfOneNameLacksIt() throws IOException {
    byte[] pickle =
        PickleWriter.protocol2()
            .ops("}(")
            .text("module.a")
            .vector("ByteStorage", "0", 1)
            .text("b")
            .vector("ByteStorage", "0", 1)
            .op('u')
            .stop();
    try (CheckpointFile file = file(Checkpoints.zip(pickle, new byte[1]))) {
      assertThat(file.within()).isEmpty();
      assertThat(file.names()).containsExactly("module.a", "b");
    }
  }

  @Test
  void namesTheTensorsOfTorchScriptByThePathToThem() throws IOException {
    try (CheckpointFile file = file(Checkpoints.script())) {
      assertThat(file.format()).isEqualTo(CheckpointFormat.TORCHSCRIPT);
      assertThat(file.names()).containsExactly("scale", "inner.weight");
      assertThat(file.ignored()).containsExactly("training", "sizes");
      assertThat(file.tensor("scale").floats()).containsExactly(0.5f);
      assertThat(file.tensor("inner.weight").floats()).containsExactly(1, -2);
      file.verify();
    }
  }

  /** Protocol 4 and the strings of Python 2, which no current default writes. */
  @Test
  void readsOtherProtocolsOfPickle() throws IOException {
    byte[] pickle =
        new PickleWriter()
            .op(0x80, 4, 0x95)
            .int64(3)
            .op(0x8c, 11)
            .ops("collections")
            .op(0x8c, 11)
            .ops("OrderedDict")
            .op(0x93, ')', 'R', 0x94, '(', 'U', 1, 'k')
            .vector("ByteStorage", "0", 1)
            .ops("U\u0001tI01\nu")
            .stop();
    try (CheckpointFile file = file(Checkpoints.zip(pickle, new byte[] {8}))) {
      assertThat(file.tensor("k").buffer().get()).isEqualTo((byte) 8);
    }
  }

  @Test
  void readsTensorsOfASubclassAndParametersWithAState() throws IOException {
    PickleWriter out = PickleWriter.protocol2().ops("}(");
    out.text("a").global("torch._tensor", "_rebuild_from_type_v2").op('(');
    out.global("torch._utils", "_rebuild_tensor_v2").global("torch", "Tensor").op('(');
    out.storage("ByteStorage", "0", 2).number(1).numbers(1).numbers(1).flag(false);
    out.global("collections", "OrderedDict").ops(")Rt}tR");
    out.text("b").global("torch._utils", "_rebuild_parameter_with_state").op('(');
    out.vector("ByteStorage", "0", 2).flag(true).ops("N}tR");
    try (CheckpointFile file = file(Checkpoints.zip(out.op('u').stop(), new byte[] {3, 4}))) {
      assertThat(file.names()).containsExactly("a", "b");
      assertThat(file.tensor("a").buffer().get()).isEqualTo((byte) 4);
      assertThat(file.tensor("b").elements()).isEqualTo(2);
    }
  }

  @Test
  void prefersTheDictionaryUnderModel() throws IOException {
    PickleWriter out = PickleWriter.protocol2().ops("}(");
    out.text("top").vector("ByteStorage", "0", 1);
    out.text("state_dict").ops("}").text("second").vector("ByteStorage", "0", 1).op('s');
    out.text("model").ops("}").text("first").vector("ByteStorage", "0", 1).op('s');
    try (CheckpointFile file = file(Checkpoints.zip(out.op('u').stop(), new byte[1]))) {
      assertThat(file.names()).containsExactly("first");
      assertThat(file.ignored()).containsExactly("top", "state_dict");
    }
  }

  @Test
  void namesOfWhatElseThereWasCanBeShownAsTheyAre() throws IOException {
    PickleWriter out = PickleWriter.protocol2().ops("}(");
    out.text("a").vector("ByteStorage", "0", 1).text("\u001b[31m" + "x".repeat(200)).op('N');
    out.number(5).op('N');
    try (CheckpointFile file = file(Checkpoints.zip(out.op('u').stop(), new byte[1]))) {
      assertThat(file.ignored())
          .containsExactly("?[31m" + "x".repeat(75) + "…", "(an entry whose name is no text)");
    }
  }

  @Test
  void givesFloatsToBeWrittenElsewhere() throws IOException {
    try (CheckpointFile file = file(Checkpoints.training())) {
      TensorSource source = file.source("turned");
      assertThat(source.shape()).containsExactly(3, 2);
      assertThat(source.values().get()).containsExactly(.5f, 3.5f, 1.5f, 4.5f, 2.5f, 5.5f);
      assertThatThrownBy(() -> file.source("long"))
          .isInstanceOfSatisfying(
              FormatException.class, e -> assertThat(e.code()).isEqualTo("FMT-12"));
      assertThatThrownBy(() -> file.source("none")).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void theWayToSafetensorsKeepsEveryValue() throws IOException {
    Path target = folder.resolve("copy.safetensors");
    try (CheckpointFile file = CheckpointFile.open(GOLDEN.resolve("tiny_maskclip.pth"))) {
      SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
      for (String name : file.names()) {
        tensors.put(name, file.source(name));
      }
      SafetensorsWriter.write(target, tensors, new LinkedHashMap<>(), DType.F32);
    }
    try (CheckpointFile copy = CheckpointFile.open(target)) {
      assertSameAsSafetensors(copy);
    }
  }

  @Test
  void verifyingFindsWhatOpeningDoesNotLookAt() throws IOException {
    byte[] bytes = Checkpoints.training();
    byte[] element = Checkpoints.trainingStorages()[0];
    int place = indexOf(bytes, element);
    bytes[place + 3] ^= 1;
    try (CheckpointFile file = file(bytes)) {
      assertThatThrownBy(file::verify)
          .isInstanceOf(FormatException.class)
          .hasMessage("its entry \"archive/data/0\" is damaged: the checksum differs.");
    }
  }

  @Test
  void viewsOfAClosedFileThrowInsteadOfReadingFreedMemory() throws IOException {
    CheckpointFile file = file(Checkpoints.training());
    TensorView tensor = file.tensor("plain");
    file.close();
    assertThatThrownBy(tensor::floats).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aMissingFileAndAFolderAreRefused() {
    assertThatThrownBy(() -> CheckpointFile.open(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> CheckpointFile.open(folder))
        .isInstanceOfSatisfying(
            FormatException.class, e -> assertThat(e.code()).isEqualTo("FMT-01"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "=50=4B=03=04=80=02=7D=\r\n",
        "UEsDBAAACAgAAAAAAAAAAAAAAAAAAAAAAAA=",
        "<!DOCTYPE html><html>Not found</html>",
        "version https://git-lfs.github.com/spec/v1\n",
        "{\"a\": 1}"
      })
  void whatIsNoCheckpointIsRefusedInOneSentence(String content) throws IOException {
    Path path = Files.writeString(folder.resolve("model.pth"), content);
    assertThatThrownBy(() -> CheckpointFile.open(path))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            path
                + " cannot be read as a checkpoint:"
                + " it is neither safetensors nor a PyTorch or TorchScript file.");
  }

  @Test
  void aFileWithoutTensorsIsRefused() {
    byte[] pickle = PickleWriter.protocol2().ops("}").text("model").ops("}s").stop();
    assertThatThrownBy(() -> file(Checkpoints.zip(pickle)))
        .isInstanceOfSatisfying(
            FormatException.class, e -> assertThat(e.code()).isEqualTo("FMT-51"));
  }

  private CheckpointFile file(byte[] bytes) throws IOException {
    return CheckpointFile.open(Files.write(folder.resolve("model.pth"), bytes));
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i <= bytes.length - part.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  private static void assertSameAsSafetensors(CheckpointFile file) throws IOException {
    try (SafetensorsFile expected =
        SafetensorsFile.open(GOLDEN.resolve("tiny_maskclip.safetensors"))) {
      assertThat(file.names()).containsExactlyElementsOf(expected.names());
      for (String name : expected.names()) {
        TensorView found = file.tensor(name);
        assertThat(found.shape()).as(name).isEqualTo(expected.tensor(name).shape());
        assertThat(found.dtype()).as(name).isEqualTo(DType.F32);
        assertThat(found.bytes().mismatch(expected.tensor(name).bytes())).as(name).isEqualTo(-1);
      }
    }
  }
}
