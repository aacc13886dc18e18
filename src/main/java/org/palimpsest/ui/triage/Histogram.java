package org.palimpsest.ui.triage;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How the results spread over a measure.
 *
 * @param measure the number
 * @param counts results in each of the equal parts of the measure's axis
 */
public record Histogram(Measure measure, List<Integer> counts) {
  static final int BINS = 40;

  public Histogram {
    counts = List.copyOf(counts);
  }

  static Histogram of(Measure measure, Collection<EvidenceRow> rows) {
    int[] counts = new int[BINS];
    for (EvidenceRow row : rows) {
      OptionalDouble value = measure.of(row);
      if (value.isPresent()) {
        int bin = (int) (measure.position(value.getAsDouble()) * BINS);
        counts[Math.clamp(bin, 0, BINS - 1)]++;
      }
    }
    return new Histogram(measure, IntStream.of(counts).boxed().toList());
  }

  int highest() {
    return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
