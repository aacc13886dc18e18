package org.palimpsest.ui.triage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Which exhibits are selected, by their ids: grid and table show the same selection, and it stays
 * with its exhibits when rows move. One of them leads; it is what the other views show.
 */
public final class RowSelection {
  private final ObservableList<EvidenceRow> rows;
  private final Set<Long> chosen = new LinkedHashSet<>();
  private final ReadOnlyObjectWrapper<@Nullable Long> lead = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private @Nullable Long anchor;

  RowSelection(ObservableList<EvidenceRow> rows) {
    this.rows = rows;
  }

  /** The exhibit that leads the selection, or null. */
  public ReadOnlyObjectProperty<@Nullable Long> leadProperty() {
    return lead.getReadOnlyProperty();
  }

  public @Nullable Long lead() {
    return lead.get();
  }

  /** Goes up with every change of the selection. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  public boolean contains(long id) {
    return chosen.contains(id);
  }

  public int size() {
    return chosen.size();
  }

  /** The selected rows that are shown, in the order of the list. */
  public List<EvidenceRow> rows() {
    return rows.stream().filter(row -> chosen.contains(row.id())).toList();
  }

  /** Their places in the list. */
  public int[] indices() {
    TreeSet<Integer> indices = new TreeSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (chosen.contains(rows.get(i).id())) {
        indices.add(i);
      }
    }
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The place of the leading row; -1 when none leads or it is not shown. */
  public int leadIndex() {
    Long id = lead.get();
    for (int i = 0; id != null && i < rows.size(); i++) {
      if (rows.get(i).id() == id) {
        return i;
      }
    }
    return -1;
  }

  /** Selects one alone. */
  public void only(long id) {
    chosen.clear();
    chosen.add(id);
    anchor = id;
    changed(id);
  }

  /** Adds one, or takes it out. */
  public void toggle(long id) {
    if (!chosen.remove(id)) {
      chosen.add(id);
    }
    anchor = id;
    if (chosen.contains(id)) {
      changed(id);
    } else {
      changed(chosen.isEmpty() ? null : lead.get());
    }
  }

  /** Selects everything between where the selection began and one row. */
  public void extendTo(long id) {
    int from = indexOf(anchor == null ? id : anchor);
    int to = indexOf(id);
    if (to < 0) {
      return;
    }
    chosen.clear();
    for (int i = Math.min(from < 0 ? to : from, to); i <= Math.max(from, to); i++) {
      chosen.add(rows.get(i).id());
    }
    changed(id);
  }

  /** Selects everything shown. */
  public void all() {
    rows.forEach(row -> chosen.add(row.id()));
    Long id = lead.get();
    changed(id == null && !rows.isEmpty() ? Long.valueOf(rows.getFirst().id()) : id);
  }

  public void clear() {
    chosen.clear();
    anchor = null;
    changed(null);
  }

  /** Takes over what a view selected in its own way. */
  public void replace(List<Long> ids, @Nullable Long leading) {
    chosen.clear();
    chosen.addAll(ids);
    anchor = anchor != null && chosen.contains(anchor) ? anchor : leading;
    changed(leading);
  }

  /**
   * Moves the leading row by some places.
   *
   * @param extending keep what was selected and select everything in between
   */
  public void move(int places, boolean extending) {
    if (rows.isEmpty()) {
      return;
    }
    int from = leadIndex();
    long steps = from < 0 ? 0 : (long) from + places;
    long id = rows.get(Math.clamp(steps, 0, rows.size() - 1)).id();
    if (extending) {
      extendTo(id);
    } else {
      only(id);
    }
  }

  /** Forgets exhibits that are no longer in the case's list. */
  void retain(LongPredicate inCase) {
    List<Long> gone = chosen.stream().filter(id -> !inCase.test(id)).toList();
    Long leading = lead.get();
    boolean leadGone = leading != null && !inCase.test(leading);
    if (gone.isEmpty() && !leadGone) {
      return;
    }
    gone.forEach(chosen::remove);
    changed(leadGone ? null : leading);
  }

  /** Lets views show the selection again after rows have moved below it. */
  void rowsMoved() {
    changed(lead.get());
  }

  private int indexOf(long id) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).id() == id) {
        return i;
      }
    }
    return -1;
  }

  private void changed(@Nullable Long leading) {
    lead.set(leading);
    revision.set(revision.get() + 1);
  }
}
