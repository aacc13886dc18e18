package org.palimpsest.ui.triage;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.palimpsest.casework.store.LatestResult;

/** An order of the list; the usual one is the most suspect first, see {@link Suspicion}. */
public enum TriageOrder {
  SUSPECT(
      Comparator.comparing(EvidenceRow::standing)
          .thenComparing(Comparator.comparingDouble(EvidenceRow::rank).reversed())),
  SCORE(numbers(LatestResult::score)),
  AREA(numbers(LatestResult::areaShare)),
  NAME(Comparator.comparing(EvidenceRow::sortName, new NaturalOrder())),
  TIME(Comparator.comparing((EvidenceRow row) -> row.exhibit().addedAt()).reversed()),
  STATE(Comparator.comparing(row -> row.exhibit().state()));

  private final Comparator<EvidenceRow> comparator;

  TriageOrder(Comparator<EvidenceRow> comparator) {
    this.comparator = comparator;
  }

  /**
   * The order, total: rows that are equal in it stand as they came into the case. Rows without a
   * result have no number and stand last, whichever way round numbers are ordered.
   *
   * @param reversed the other way round
   */
  Comparator<EvidenceRow> comparator(boolean reversed) {
    Comparator<EvidenceRow> order = reversed ? comparator.reversed() : comparator;
    Comparator<EvidenceRow> whole =
        this == SCORE || this == AREA
            ? Comparator.<EvidenceRow, Boolean>comparing(row -> row.exhibit().latest() == null)
                .thenComparing(order)
            : order;
    return whole.thenComparingLong(EvidenceRow::id);
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
