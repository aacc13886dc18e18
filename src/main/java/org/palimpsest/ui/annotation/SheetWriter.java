package org.palimpsest.ui.annotation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.palimpsest.casework.store.AnnotationDraft;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.tasks.BackgroundPool;

/**
 * Writes the changes of one exhibit's annotations to the case, in their order, on a background
 * thread. What cannot be written stays in line, in front of what follows, and is tried again with
 * the next change: nothing is skipped.
 */
final class SheetWriter {
  private interface Entry {
    void write() throws CaseException;
  }

  private final AnnotationStore store;
  private final long exhibit;
  private final BackgroundPool pool;
  private final Consumer<Throwable> failed;
  private final AtomicInteger unwritten = new AtomicInteger();

  /** Used on the pool's one thread only, as is what follows. */
  private final Deque<Entry> line = new ArrayDeque<>();

  private final Map<Long, Long> stored = new HashMap<>();

  /**
   * A writer with nothing to write.
   *
   * @param pool with one thread, so that changes keep their order
   * @param failed told of a failure, on that thread
   */
  SheetWriter(
      AnnotationStore store, long exhibit, BackgroundPool pool, Consumer<Throwable> failed) {
    this.store = store;
    this.exhibit = exhibit;
    this.pool = pool;
    this.failed = failed;
  }

  /** The mark of this key is kept as that annotation. Called on the pool's thread. */
  void known(long key, long annotation) {
    stored.put(key, annotation);
  }

  void put(long key, AnnotationDraft draft) {
    enqueue(
        () -> {
          Long annotation = stored.get(key);
          if (annotation == null) {
            stored.put(key, store.add(exhibit, draft).id());
          } else {
            store.set(annotation, draft);
          }
        });
  }

  void remove(long key) {
    enqueue(
        () -> {
          Long annotation = stored.get(key);
          if (annotation != null) {
            store.remove(annotation);
          }
        });
  }

  /** Changes that are not in the case yet. */
  int unwritten() {
    return unwritten.get();
  }

  private void enqueue(Entry entry) {
    unwritten.incrementAndGet();
    Future<?> unused =
        pool.submit(
            () -> {
              line.add(entry);
              write();
              return line.size();
            });
  }

  private void write() {
    while (!line.isEmpty()) {
      try {
        line.getFirst().write();
      } catch (CaseException | RuntimeException e) {
        failed.accept(e);
        return;
      }
      line.removeFirst();
      unwritten.decrementAndGet();
    }
  }
}
