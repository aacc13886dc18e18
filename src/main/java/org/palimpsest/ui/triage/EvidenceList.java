package org.palimpsest.ui.triage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a case, those that pass the filter in the chosen order. A changed row moves alone;
 * only another filter or order lays the whole list out again. Used by one thread, the one that owns
 * what the window shows.
 */
final class EvidenceList {
  /** Up to as many rows move one by one; beyond, laying all out once is less work. */
  private static final int SINGLY = 64;

  private final Map<Long, EvidenceRow> rows = new HashMap<>();
  private final ObservableList<EvidenceRow> shown = FXCollections.observableArrayList();
  private final ObservableList<EvidenceRow> readOnly =
      FXCollections.unmodifiableObservableList(shown);
  private Comparator<EvidenceRow> order = TriageOrder.SUSPECT.comparator(false);
  private TriageFilter filter = TriageFilter.NONE;
  private boolean moving;

  ObservableList<EvidenceRow> shown() {
    return readOnly;
  }

  int total() {
    return rows.size();
  }

  @Nullable EvidenceRow row(long id) {
    return rows.get(id);
  }

  /** Replaces everything. */
  void setAll(Collection<EvidenceRow> all) {
    rows.clear();
    all.forEach(row -> rows.put(row.id(), row));
    layOut();
  }

  void arrange(TriageFilter nextFilter, Comparator<EvidenceRow> nextOrder) {
    filter = nextFilter;
    order = nextOrder;
    layOut();
  }

  private void layOut() {
    List<EvidenceRow> next = new ArrayList<>(rows.size());
    for (EvidenceRow row : rows.values()) {
      if (filter.passes(row)) {
        next.add(row);
      }
    }
    next.sort(order);
    move(() -> shown.setAll(next));
  }

  /** Takes new and changed rows. */
  void putAll(Collection<EvidenceRow> changed) {
    if (changed.size() <= SINGLY) {
      changed.forEach(this::put);
    } else {
      changed.forEach(row -> rows.put(row.id(), row));
      layOut();
    }
  }

  /** Whether rows are being moved at this moment. */
  boolean isMoving() {
    return moving;
  }

  private void move(Runnable change) {
    moving = true;
    try {
      change.run();
    } finally {
      moving = false;
    }
  }

  /** Takes a new or changed row. */
  void put(EvidenceRow row) {
    move(() -> place(row));
  }

  private void place(EvidenceRow row) {
    EvidenceRow before = rows.put(row.id(), row);
    int from = before == null ? -1 : indexOf(before);
    if (from >= 0 && filter.passes(row) && staysAt(from, row)) {
      shown.set(from, row);
      return;
    }
    if (from >= 0) {
      shown.remove(from);
    }
    if (filter.passes(row)) {
      shown.add(placeOf(row), row);
    }
  }

  /** Drops a row that is no longer in the case's list. */
  void remove(long id) {
    EvidenceRow before = rows.remove(id);
    int from = before == null ? -1 : indexOf(before);
    if (from >= 0) {
      move(() -> shown.remove(from));
    }
  }

  /** Where a row stands that has not changed since it was laid out; -1 when it is not shown. */
  int indexOf(EvidenceRow row) {
    int found = Collections.binarySearch(shown, row, order);
    return found >= 0 ? found : -1;
  }

  private boolean staysAt(int index, EvidenceRow row) {
    return (index == 0 || order.compare(shown.get(index - 1), row) < 0)
        && (index == shown.size() - 1 || order.compare(row, shown.get(index + 1)) < 0);
  }

  private int placeOf(EvidenceRow row) {
    int found = Collections.binarySearch(shown, row, order);
    return found >= 0 ? found : -found - 1;
  }

  /** How many rows of the case stand so, whatever is shown. */
  Map<Standing, Integer> counts() {
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    rows.values().forEach(row -> counts.merge(row.standing(), 1, Integer::sum));
    return counts;
  }

  int errors() {
    return (int) rows.values().stream().filter(EvidenceRow::hasError).count();
  }

  /** The spread of the rows that pass everything but the range. */
  Histogram histogram(Measure measure) {
    return Histogram.of(measure, rows.values().stream().filter(filter::passesBesideRange).toList());
  }
}
