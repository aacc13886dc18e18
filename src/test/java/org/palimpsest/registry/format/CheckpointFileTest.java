package org.palimpsest.registry.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Files that PyTorch wrote; see the golden files' README. */
class CheckpointFileTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

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
