package org.palimpsest.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.Examined;
import org.palimpsest.casework.IntakeFacts;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.tasks.Progress;

/**
 * Large cases. The figures in the README are the lines that {@code
 * tenThousandExhibitsAreListedFast} prints; no time is asserted.
 */
class CaseScaleTest {
  private static final int ROUNDS = 9;

  @TempDir private Path folder;

  @Test
  void aThousandExhibitsAreListedWithEverythingTheListShows() throws Exception {
    measured(1000);
  }

  @Test
  @EnabledIfSystemProperty(named = "palimpsest.long", matches = "true")
  void tenThousandExhibitsAreListedFast() throws Exception {
    measured(1000);
    measured(10_000);
  }

  private void measured(int exhibits) throws Exception {
    Path file = folder.resolve(exhibits + CaseFile.EXTENSION);
    fill(file, exhibits);
    long[] opening = new long[ROUNDS];
    long[] listing = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      try (CaseFile open = CaseFile.open(file, TestCase.ADA)) {
        opening[i] = System.nanoTime() - start;
        List<ExhibitRow> rows = open.exhibits().rows();
        listing[i] = System.nanoTime() - start - opening[i];
        assertThat(rows).hasSize(exhibits);
        ExhibitRow last = rows.getLast();
        assertThat(last.item()).isEqualTo(exhibits);
        assertThat(last.state()).isEqualTo(ExhibitState.DONE);
        assertThat(last.tags()).hasSize(1);
        assertThat(last.duplicateOf()).isEqualTo(1);
        assertThat(Objects.requireNonNull(last.latest()).areaShare()).isPositive();
      }
    }
    System.out.printf(
        "%d exhibits: open %.3f s, list %.3f s (medians of %d), first %.3f s, %.0f MB%n",
        exhibits,
        median(opening),
        median(listing),
        ROUNDS,
        (opening[0] + listing[0]) / 1e9,
        Files.size(file) / 1e6);
  }

  private static double median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2] / 1e9;
  }

  /**
   * One real examination, kept for every exhibit; a list does not read more of it than it shows.
   */
  private void fill(Path file, int exhibits) throws Exception {
    Path picture = TestCase.red(folder, "red.png");
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < exhibits; i++) {
      paths.add(folder.resolve("folder-of-some-length/picture-%06d.png".formatted(i)));
    }
    Examined examined = TestCase.examination(0.9f).run(picture, Progress.unwatched()).orElseThrow();
    IntakeFacts.Taken taken = IntakeFacts.of(Evidence.take(picture));
    List<MapStrips.Strip> map = MapStrips.encode(examined.heatmap().map());
    try (CaseFile open = TestCase.create(file)) {
      List<Long> ids = open.exhibits().add(paths, Receipt.unstated(), Storage.REFERENCE).exhibits();
      open.database()
          .change(
              change -> {
                for (long id : ids) {
                  Intake.record(change, id, taken, null);
                  Examinations.add(change, id, examined.record(), map, "c");
                  Standing.settle(change, id, ExhibitState.DONE);
                }
              });
      open.tags().assign(open.tags().create("all", "#445566").id(), ids);
    }
  }
}
