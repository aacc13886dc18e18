package org.palimpsest.registry.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {
  private static final SequencedMap<String, String> NO_METADATA = new LinkedHashMap<>();

  private final Path folder;

  SafetensorsWriterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    float[] large = new float[200_003];
    for (int i = 0; i < large.length; i++) {
      large[i] = (float) Math.sin(i);
    }
    SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
    tensors.put("z.weight", TensorSource.of(new long[] {large.length}, large));
    tensors.put("a.bias \"é\"", TensorSource.of(new long[] {1, 2}, Float.NaN, -0f));
    tensors.put("step", TensorSource.of(new long[0], 7));
    SequencedMap<String, String> metadata = new LinkedHashMap<>();
    metadata.put("note", "line\nbreak");
    Path path = folder.resolve("model.safetensors");
    SafetensorsWriter.write(path, tensors, metadata, DType.F32);
    try (SafetensorsFile file = SafetensorsFile.open(path)) {
      assertThat(file.names()).containsExactly("z.weight", "a.bias \"é\"", "step");
      assertThat(file.metadata()).containsExactly(java.util.Map.entry("note", "line\nbreak"));
      assertThat(file.floats("z.weight")).isEqualTo(large);
      assertThat(file.floats("a.bias \"é\"")).containsExactly(Float.NaN, -0f);
      assertThat(file.tensor("a.bias \"é\"").shape()).containsExactly(1, 2);
      assertThat(file.tensor("step").shape()).isEmpty();
    }
  }

  @Test
  void elementsBeginAtAMultipleOfEight() throws IOException {
    for (String name : new String[] {"a", "ab", "abc", "abcd", "abcde"}) {
      Path path = write(name, DType.F32, 1);
      long header =
          ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN).getLong();
      assertThat(header % 8).isZero();
    }
  }

  @Test
  void halfPrecisionRoundsToNearestEven() throws IOException {
    Path path = write("w", DType.F16, 1 + 0x1p-11f, 1 + 3 * 0x1p-11f, 65504, 1e-9f);
    try (SafetensorsFile file = SafetensorsFile.open(path)) {
      assertThat(file.tensor("w").bytes().byteSize()).isEqualTo(8);
      assertThat(file.floats("w")).containsExactly(1, 1 + 0x1p-9f, 65504, 0);
    }
  }

  @Test
  void aValueTooLargeForHalfPrecisionIsRefusedByName() {
    assertThatThrownBy(() -> write("decoder.weight", DType.F16, 1, 70000))
        .isInstanceOfSatisfying(
            FormatException.class, e -> assertThat(e.code()).isEqualTo("FMT-22"))
        .hasMessageContaining("decoder.weight")
        .hasMessageContaining("70000");
  }

  @Test
  void afterAFailureTheFormerFileStandsAndNothingIsLeftBeside() throws IOException {
    Path path = write("w", DType.F32, 1, 2);
    byte[] before = Files.readAllBytes(path);
    SequencedMap<String, TensorSource> wrong = new LinkedHashMap<>();
    wrong.put("first", TensorSource.of(new long[] {1}, 5));
    wrong.put("w", TensorSource.of(new long[] {3}, 1, 2));
    assertThatThrownBy(() -> SafetensorsWriter.write(path, wrong, NO_METADATA, DType.F32))
        .isInstanceOfSatisfying(
            FormatException.class, e -> assertThat(e.code()).isEqualTo("FMT-21"));
    assertThat(path).hasBinaryContent(before);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(path);
    }
  }

  @Test
  void integerTypesAndTheReservedNameAreRefused() {
    assertThatThrownBy(() -> write("w", DType.I64, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> write("__metadata__", DType.F32, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Path write(String name, DType dtype, float... values) throws IOException {
    SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
    tensors.put(name, TensorSource.of(new long[] {values.length}, values));
    Path path = folder.resolve("w.safetensors");
    SafetensorsWriter.write(path, tensors, NO_METADATA, dtype);
    return path;
  }
}
