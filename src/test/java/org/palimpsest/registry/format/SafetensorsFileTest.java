package org.palimpsest.registry.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsFileTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private final Path folder;

  SafetensorsFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsTheReferenceCheckpoint() throws IOException {
    try (SafetensorsFile file = SafetensorsFile.open(GOLDEN.resolve("tiny_maskclip.safetensors"))) {
      assertThat(file.names()).hasSize(250);
      assertThat(file.names().getFirst()).isEqualTo("clip.positional_embedding");
      assertThat(file.metadata().get("config")).contains("\"clip_res\": 112");
      long parameters = 0;
      for (String name : file.names()) {
        assertThat(file.tensor(name).dtype()).isEqualTo(DType.F32);
        parameters += file.tensor(name).elements();
      }
      assertThat(parameters).isEqualTo(245_394);
    }
  }

  /** The golden files' weights follow from an integer hash of the name; see their README. */
  @Test
  void readsTheVeryNumbersThatWereWritten() throws IOException {
    try (SafetensorsFile file = SafetensorsFile.open(GOLDEN.resolve("tiny_maskclip.safetensors"))) {
      String name = "clip.positional_embedding";
      assertThat(file.tensor(name).shape()).containsExactly(77, 24);
      float scale = (float) (1.75 / Math.sqrt(24));
      float[] values = file.floats(name);
      for (int i = 0; i < values.length; i++) {
        assertThat(values[i]).isEqualTo(hashed(name, i) * scale);
      }
    }
  }

  @Test
  void readsEveryGoldenFile() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      for (Path path : files.filter(f -> f.toString().endsWith(".safetensors")).toList()) {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
          assertThat(file.names()).as("%s", path).isNotEmpty();
        }
      }
    }
  }

  @Test
  void readsIntegersThroughTheBuffer() throws IOException {
    try (SafetensorsFile file = SafetensorsFile.open(GOLDEN.resolve("tiny_inputs.safetensors"))) {
      TensorView label = file.tensor("label");
      assertThat(label.dtype()).isEqualTo(DType.I64);
      assertThat(label.buffer().isReadOnly()).isTrue();
      assertThat(label.buffer().getLong()).isEqualTo(1);
      assertThatThrownBy(label::floats)
          .isInstanceOfSatisfying(
              FormatException.class, e -> assertThat(e.code()).isEqualTo("FMT-12"))
          .hasMessageContaining("I64");
    }
  }

  @Test
  void widensEveryFloatingPointType() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    data.putDouble(0.1).putShort(Float.floatToFloat16(-2.5f)).putShort((short) 0x3fc0);
    data.putFloat(3.25f).put((byte) 1).put((byte) 7);
    String header =
        """
        {"d":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},
         "h":{"dtype":"F16","shape":[],"data_offsets":[8,10]},
         "b":{"dtype":"BF16","shape":[1,1],"data_offsets":[10,12]},
         "s":{"dtype":"F32","shape":[1],"data_offsets":[12,16]},
         "flag":{"dtype":"BOOL","shape":[2],"data_offsets":[16,18]},
         "none":{"dtype":"F32","shape":[0,3],"data_offsets":[18,18]}}
        """;
    try (SafetensorsFile file = SafetensorsFile.open(file(header, data.array()))) {
      assertThat(file.floats("d")).containsExactly(0.1f);
      assertThat(file.floats("h")).containsExactly(-2.5f);
      assertThat(file.floats("b")).containsExactly(1.5f);
      assertThat(file.floats("s")).containsExactly(3.25f);
      assertThat(file.tensor("flag").elements()).isEqualTo(2);
      assertThat(file.floats("none")).isEmpty();
    }
  }

  @Test
  void namesTheMissingTensor() throws IOException {
    try (SafetensorsFile file = SafetensorsFile.open(file("{}", new byte[0]))) {
      assertThatThrownBy(() -> file.tensor("clip.proj\u001b[31m"))
          .isInstanceOf(FormatException.class)
          .hasMessageEndingWith("has no tensor \"clip.proj?[31m\".");
    }
  }

  @Test
  void viewsOfAClosedFileThrowInsteadOfReadingFreedMemory() throws IOException {
    SafetensorsFile file = SafetensorsFile.open(GOLDEN.resolve("tiny_inputs.safetensors"));
    TensorView image = file.tensor("image");
    file.close();
    assertThatThrownBy(image::floats).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void missingFileAndFolderAreRefused() {
    assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> SafetensorsFile.open(folder))
        .isInstanceOfSatisfying(
            FormatException.class, e -> assertThat(e.code()).isEqualTo("FMT-01"));
  }

  @Test
  void everyTruncationOfAGoodFileIsRefused() throws IOException {
    byte[] whole =
        bytes("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", new byte[8]);
    Path path = folder.resolve("cut");
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> SafetensorsFile.open(path)).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void aHeaderLengthThatLiesIsRefusedWithoutAllocation() throws IOException {
    for (long claimed : new long[] {0, 1, 100, 1L << 40, -1, Long.MIN_VALUE}) {
      ByteBuffer bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).putLong(claimed);
      Path path = Files.write(folder.resolve("lying"), bytes.array());
      assertThatThrownBy(() -> SafetensorsFile.open(path))
          .isInstanceOfSatisfying(
              FormatException.class, e -> assertThat(e.code()).isEqualTo("FMT-03"));
    }
  }

  static Stream<String[]> badHeaders() {
    String a = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";
    String b = "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%d,%d]}";
    return Stream.of(
        new String[] {"FMT-04", "[]"},
        new String[] {"FMT-04", "{" + a + "} {}"},
        new String[] {"FMT-04", "{" + a + "," + a + "}"},
        new String[] {"FMT-04", "{" + a},
        new String[] {"FMT-04", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000)},
        new String[] {"FMT-04", "{\"__metadata__\":{\"n\":1}," + a + "}"},
        new String[] {"FMT-04", "{\"__metadata__\":[]," + a + "}"},
        new String[] {"FMT-04", "{\"a\":{\"dtype\":\"F32\",\"shape\":[4]}}"},
        new String[] {"FMT-04", "{" + a.replace("[2]", "[-2]") + "}"},
        new String[] {"FMT-04", "{" + a.replace("[2]", "[2.0]") + "}"},
        new String[] {"FMT-04", "{" + a.replace("[2]", "[99999999999999999999]") + "}"},
        new String[] {"FMT-04", "{" + a.replace("[0,8]", "[0,8,16]") + "}"},
        new String[] {"FMT-05", "{" + a.replace("F32", "F32\\u0007") + "}"},
        new String[] {"FMT-06", "{" + a.replace("[2]", "[3]") + "}"},
        new String[] {"FMT-06", "{" + a.replace("[2]", "[4294967296,4294967296,4]") + "}"},
        new String[] {"FMT-06", "{" + a.replace("[0,8]", "[8,0]") + "}"},
        new String[] {"FMT-07", "{" + a + "," + b.formatted(12, 20) + "}"},
        new String[] {"FMT-08", "{" + a + "," + b.formatted(4, 12) + "}"},
        new String[] {"FMT-08", "{" + b.formatted(8, 16) + "}"},
        new String[] {"FMT-09", "{" + a + "}"});
  }

  @ParameterizedTest
  @MethodSource("badHeaders")
  void aHeaderThatBreaksTheFormatIsRefused(String code, String header) throws IOException {
    Path path = file(header, new byte[16]);
    assertThatThrownBy(() -> SafetensorsFile.open(path))
        .isInstanceOfSatisfying(
            FormatException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code))
        .hasMessageStartingWith(path + " is not a valid safetensors file: ")
        .hasMessageMatching("\\P{Cntrl}*");
  }

  private Path file(String header, byte[] data) throws IOException {
    return Files.write(folder.resolve("test.safetensors"), bytes(header, data));
  }

  private static byte[] bytes(String header, byte[] data) {
    byte[] json = header.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .put(data)
        .array();
  }

  private static float hashed(String name, int index) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * 0x100000001B3L;
    }
    long z = hash + (index + 1L) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return ((z >>> 40) - 8388608) * 0x1p-23f;
  }
}
