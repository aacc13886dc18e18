package org.palimpsest.ui.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.palimpsest.casework.store.CaseChange;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.CaseListener;
import org.palimpsest.casework.store.Tag;
import org.palimpsest.tasks.BackgroundPool;

/**
 * Brings what changed in a case to the list. Changes that come faster than the list can take them
 * are brought together: the next look at the case waits until the last one has arrived.
 */
final class CaseFeed implements CaseListener, AutoCloseable {
  private static final int ONE_BY_ONE = 200;

  private final CaseFile file;
  private final Suspicion suspicion;
  private final BackgroundPool pool;
  private final Consumer<Runnable> window;
  private final Receiver receiver;

  private final Object lock = new Object();
  private final Set<Long> changed = new HashSet<>();
  private boolean all = true;
  private boolean tags = true;
  private boolean busy;
  private boolean closed;

  /** Takes what the case says; called on the thread that owns the window. */
  interface Receiver {
    void rows(List<EvidenceRow> all);

    void changed(List<EvidenceRow> some);

    void tags(List<Tag> all);

    void failed(CaseException problem);
  }

  /** What a look at the case found. */
  private record Look(boolean whole, List<EvidenceRow> rows, List<Tag> tags, boolean withTags) {}

  /**
   * A feed that begins with everything.
   *
   * @param pool reads the case
   * @param window hands work to the thread that owns the window
   */
  CaseFeed(
      CaseFile file,
      Suspicion suspicion,
      BackgroundPool pool,
      Consumer<Runnable> window,
      Receiver receiver) {
    this.file = file;
    this.suspicion = suspicion;
    this.pool = pool;
    this.window = window;
    this.receiver = receiver;
  }

  void start() {
    file.addListener(this);
    lookSoon();
  }

  @Override
  public void changed(CaseChange change) {
    synchronized (lock) {
      // What was withdrawn or put back is known only by the whole list.
      all |= change.kinds().contains(CaseChange.Kind.EXHIBITS_ADDED);
      tags |= change.kinds().contains(CaseChange.Kind.TAGS);
      changed.addAll(change.exhibits());
    }
    lookSoon();
  }

  private void lookSoon() {
    synchronized (lock) {
      if (busy || closed || !(all || tags || !changed.isEmpty())) {
        return;
      }
      busy = true;
    }
    var unused =
        pool.submit(
            () -> {
              look();
              return null;
            });
  }

  private void look() {
    List<Long> ids;
    boolean whole;
    boolean withTags;
    synchronized (lock) {
      ids = List.copyOf(changed);
      whole = all || ids.size() > ONE_BY_ONE;
      withTags = tags;
      changed.clear();
      all = false;
      tags = false;
    }
    try {
      Look look =
          new Look(whole, rows(whole, ids), withTags ? file.tags().all() : List.of(), withTags);
      window.accept(() -> arrive(look));
    } catch (CaseException e) {
      window.accept(() -> fail(e));
    }
  }

  private List<EvidenceRow> rows(boolean whole, List<Long> ids) throws CaseException {
    List<EvidenceRow> rows = new ArrayList<>();
    if (whole) {
      file.exhibits().rows().forEach(row -> rows.add(EvidenceRow.of(row, suspicion)));
    } else {
      for (long id : ids) {
        rows.add(EvidenceRow.of(file.exhibits().row(id), suspicion));
      }
    }
    return rows;
  }

  private void arrive(Look look) {
    if (done()) {
      if (look.withTags()) {
        receiver.tags(look.tags());
      }
      if (look.whole()) {
        receiver.rows(look.rows());
      } else {
        receiver.changed(look.rows());
      }
      lookSoon();
    }
  }

  private void fail(CaseException problem) {
    if (done()) {
      receiver.failed(problem);
      lookSoon();
    }
  }

  /** Ends a look; whether anybody still waits for it. */
  private boolean done() {
    synchronized (lock) {
      busy = false;
      return !closed;
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
    }
    file.removeListener(this);
  }
}
