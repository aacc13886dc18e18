package org.palimpsest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  private static final String HEADER = "set\timage\tvariant\tmeasure\tvalue\n";

  @TempDir Path folder;

  private static void add(
      Map<FigureTable.Key, Double> values, String set, int count, double from, double by) {
    for (int i = 0; i < count; i++) {
      values.put(new FigureTable.Key(set, set + i, "as-is", "block_auc"), from + by * i);
    }
  }

  @Test
  void picturesOfBothRunsArePairedAndSmallSetsAreLeftOut() {
    Map<FigureTable.Key, Double> here = new LinkedHashMap<>();
    Map<FigureTable.Key, Double> there = new LinkedHashMap<>();
    add(here, "large", 10, 0.7, 0.01);
    add(there, "large", 10, 0.6, 0.01);
    add(here, "small", 4, 0.5, 0);
    add(there, "small", 5, 0.9, 0);
    add(here, "new", 6, 0.5, 0);
    here.put(new FigureTable.Key("large", "large0", "as-is", "pixel_ap"), 0.1);
    Comparison comparison =
        Comparison.of(
            "base",
            new FigureTable(here),
            new FigureTable(there),
            Map.of("both", Set.of("large", "small")),
            Bootstrap.STANDARD);
    assertThat(comparison.rows())
        .extracting(Comparison.Row::group)
        .containsExactly("pool", "both", "large");
    Comparison.Row large = comparison.rows().get(2);
    assertThat(large.difference().value()).isCloseTo(0.1, within(1e-12));
    assertThat(large.difference().n()).isEqualTo(10);
    assertThat(large.here()).isCloseTo(0.745, within(1e-12));
    // Every difference is the same, so no drawing can change their mean.
    assertThat(large.lowerBound()).isCloseTo(0.1, within(1e-9));
    assertThat(comparison.rows().getFirst().difference().value())
        .isCloseTo((10 * 0.1 + 4 * -0.4) / 14, within(1e-12));
    assertThat(comparison.onlyHere()).isEqualTo(6);
    assertThat(comparison.onlyThere()).isEqualTo(1);
  }

  @Test
  void aTableIsReadAsItWasWritten() throws Exception {
    FigureTable table =
        new FigureTable(
            Map.of(new FigureTable.Key("a\\set", "t\tab\nline.png", "q75", "block_auc"), 0.125));
    Path file = Files.writeString(folder.resolve("figures.tsv"), table.text());
    assertThat(FigureTable.read(file)).isEqualTo(table);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "set,image,variant,measure,value\n",
        HEADER + "a\tb\tas-is\tblock_auc\n",
        HEADER + "a\tb\tas-is\tblock_auc\tx\n",
        HEADER + "a\tb\tas-is\tblock_auc\tNaN\n",
        HEADER + "a\tb\tas-is\tblock_auc\t1\na\tb\tas-is\tblock_auc\t2\n",
      })
  void aFileThatIsNoTableIsRefusedInOneSentence(String content) throws Exception {
    Path file = Files.writeString(folder.resolve("bad.tsv"), content);
    assertThatThrownBy(() -> FigureTable.read(file))
        .isInstanceOfSatisfying(
            FigureTableException.class, e -> assertThat(e.code()).isEqualTo("EVA-11"))
        .hasMessageContaining("bad.tsv");
  }

  @Test
  void aMissingTableAndOneThatIsNoTextAreRefused() throws Exception {
    Path bytes = Files.write(folder.resolve("b.tsv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> FigureTable.read(bytes)).isInstanceOf(FigureTableException.class);
    assertThatThrownBy(() -> FigureTable.read(folder.resolve("gone.tsv")))
        .isInstanceOf(FigureTableException.class);
  }
}
