package org.palimpsest.registry.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorDifferencesTest {
  private final Path folder;

  TensorDifferencesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFileThatHasExactlyWhatIsExpectedDiffersInNothing() throws IOException {
    SequencedMap<String, long[]> expected = new LinkedHashMap<>();
    expected.put("inner.weight", new long[] {2});
    expected.put("scale", new long[0]);
    TensorDifferences none = between(Checkpoints.script(), expected);
    assertThat(none.isEmpty()).isTrue();
    assertThatCode(none::requireNone).doesNotThrowAnyException();
  }

  @Test
  void everyKindOfDifferenceIsListed() throws IOException {
    SequencedMap<String, long[]> expected = new LinkedHashMap<>();
    expected.put("inner.weight", new long[] {2, 1});
    expected.put("bias", new long[] {2});
    TensorDifferences differences = between(Checkpoints.script(), expected);
    assertThat(differences.missing()).containsExactly("bias");
    assertThat(differences.surplus()).containsExactly("scale");
    assertThat(differences.misshapen())
        .singleElement()
        .extracting("name")
        .isEqualTo("inner.weight");
    assertThatThrownBy(differences::requireNone)
        .isInstanceOfSatisfying(
            FormatException.class, e -> assertThat(e.code()).isEqualTo("FMT-60"))
        .hasMessage(
            "The tensors are not those that are expected: 1 missing (\"bias\"); 1 surplus"
                + " (\"scale\"); 1 of another shape (\"inner.weight\" is [2], not [2, 1]).");
  }

  @Test
  void aLongListIsCutButCounted() throws IOException {
    SequencedMap<String, long[]> expected = new LinkedHashMap<>();
    expected.put("inner.weight", new long[] {2});
    expected.put("scale", new long[0]);
    for (int i = 0; i < 778; i++) {
      expected.put("layer." + i, new long[] {1});
    }
    TensorDifferences differences = between(Checkpoints.script(), expected);
    assertThat(differences.missing()).hasSize(778);
    assertThat(differences.summary())
        .startsWith("778 missing (\"layer.0\", \"layer.1\", ")
        .endsWith("\"layer.9\", …)");
  }

  private TensorDifferences between(byte[] bytes, SequencedMap<String, long[]> expected)
      throws IOException {
    try (CheckpointFile file = CheckpointFile.open(Files.write(folder.resolve("f"), bytes))) {
      return TensorDifferences.between(file, expected);
    }
  }
}
