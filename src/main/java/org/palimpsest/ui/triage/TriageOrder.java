package org.palimpsest.ui.triage;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.palimpsest.casework.store.LatestResult;

/** An order of the list; the usual one is the most suspect first, see {@link Suspicion}. */
public enum TriageOrder {
  SUSPECT,
  SCORE,
  AREA,
  NAME,
  TIME,
  STATE;

  /**
   * The order, total: rows that are equal in it stand as they came into the case. Rows without a
   * result have no number and stand last, whichever way round numbers are ordered.
   *
   * @param reversed the other way round
   */
  Comparator<EvidenceRow> comparator(boolean reversed) {
    Comparator<EvidenceRow> order = reversed ? natural().reversed() : natural();
    Comparator<EvidenceRow> whole =
        this == SCORE || this == AREA
            ? Comparator.<EvidenceRow, Boolean>comparing(row -> row.exhibit().latest() == null)
                .thenComparing(order)
            : order;
    return whole.thenComparingLong(EvidenceRow::id);
  }

  private Comparator<EvidenceRow> natural() {
    return switch (this) {
      case SUSPECT ->
          Comparator.comparing(EvidenceRow::standing)
              .thenComparing(Comparator.comparingDouble(EvidenceRow::rank).reversed());
      case SCORE -> numbers(LatestResult::score);
      case AREA -> numbers(LatestResult::areaShare);
      case NAME -> Comparator.comparing(EvidenceRow::sortName, new NaturalOrder());
      case TIME -> Comparator.comparing((EvidenceRow row) -> row.exhibit().addedAt()).reversed();
      case STATE -> Comparator.comparing(row -> row.exhibit().state());
    };
  }

  /** The name as part of message keys. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Comparator<EvidenceRow> numbers(ToDoubleFunction<LatestResult> number) {
    return Comparator.<EvidenceRow>comparingDouble(
            row -> {
              LatestResult latest = row.exhibit().latest();
              return latest == null ? Double.NEGATIVE_INFINITY : number.applyAsDouble(latest);
            })
        .reversed();
  }
}
