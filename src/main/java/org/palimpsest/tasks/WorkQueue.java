package org.palimpsest.tasks;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that waits, runs and has ended, and what a person may want of it: pause, cancel, retry. The
 * queue does nothing itself: threads take tickets and say how they ended. Thread-safe.
 */
public final class WorkQueue<T> {
  private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);

  private final Object lock = new Object();
  private final TreeMap<Long, Work<T>> all = new TreeMap<>();
  private final TreeSet<Long> waiting = new TreeSet<>();
  private final Map<Long, WorkTicket<T>> running = new TreeMap<>();
  private final Map<WorkState, Integer> counts = new EnumMap<>(WorkState.class);
  private final List<WorkListener<T>> listeners = new CopyOnWriteArrayList<>();
  private final Pace pace;
  private long last;
  private boolean paused;
  private boolean stopped;

  /**
   * An empty queue.
   *
   * @param clock for the rate
   */
  public WorkQueue(InstantSource clock) {
    pace = new Pace(clock);
  }

  public void listen(WorkListener<T> listener) {
    listeners.add(listener);
  }

  /** Adds a piece at the end. */
  public Work<T> add(T what) {
    Work<T> work;
    synchronized (lock) {
      work = new Work<>(++last, what, WorkState.QUEUED, -1, null);
      keep(work);
    }
    tell(work);
    return work;
  }

  /**
   * The oldest waiting piece, now running.
   *
   * @param fits whether the taker can do it; a piece that does not fit holds those behind it back,
   *     so that work is done in its order
   * @return empty when none waits or fits, or the queue is paused or stopped
   */
  public Optional<WorkTicket<T>> take(Predicate<T> fits) {
    Work<T> work;
    WorkTicket<T> ticket;
    synchronized (lock) {
      if (paused || stopped || waiting.isEmpty()) {
        return Optional.empty();
      }
      Work<T> oldest = found(waiting.first());
      if (!fits.test(oldest.what())) {
        return Optional.empty();
      }
      if (!pace.hasBegun()) {
        pace.begin();
      }
      work = oldest.in(WorkState.RUNNING);
      ticket = new WorkTicket<>(this, work.id(), work.what());
      running.put(work.id(), ticket);
      keep(work);
    }
    tell(work);
    return Optional.of(ticket);
  }

  /** What would be handed out next. */
  public Optional<T> peek() {
    synchronized (lock) {
      return paused || stopped || waiting.isEmpty()
          ? Optional.empty()
          : Optional.of(found(waiting.first()).what());
    }
  }

  void progress(WorkTicket<T> ticket, double share) {
    Work<T> work;
    synchronized (lock) {
      if (running.get(ticket.id()) != ticket) {
        return;
      }
      work = found(ticket.id()).at(share);
      all.put(work.id(), work);
    }
    tell(work);
  }

  void end(WorkTicket<T> ticket, UnaryOperator<Work<T>> ending) {
    Work<T> work;
    synchronized (lock) {
      if (!running.remove(ticket.id(), ticket)) {
        return;
      }
      work = ending.apply(found(ticket.id()));
      keep(work);
      if (work.state() == WorkState.DONE || work.state() == WorkState.FAILED) {
        pace.mark();
      }
      if (running.isEmpty() && (waiting.isEmpty() || paused)) {
        pace.rest();
      }
      lock.notifyAll();
    }
    tell(work);
  }

  /** Hands out nothing more until {@link #resume}; what runs is finished. */
  public void pause() {
    setPaused(true);
  }

  public void resume() {
    setPaused(false);
  }

  private void setPaused(boolean next) {
    synchronized (lock) {
      paused = next;
    }
    listeners.forEach(WorkListener::queueChanged);
  }

  public boolean isPaused() {
    synchronized (lock) {
      return paused;
    }
  }

  /** Cancels a piece: at once while it waits, between two of its units while it runs. */
  public void cancel(long id) {
    Work<T> work;
    synchronized (lock) {
      WorkTicket<T> ticket = running.get(id);
      if (ticket != null) {
        ticket.cancellation().request();
      }
      if (!waiting.contains(id)) {
        return;
      }
      work = found(id).in(WorkState.CANCELLED);
      keep(work);
    }
    tell(work);
  }

  /** Cancels everything that waits or runs. */
  public void cancelAll() {
    items().forEach(work -> cancel(work.id()));
  }

  /** Queues a failed or cancelled piece again, in its old place. */
  public void retry(long id) {
    item(id).ifPresent(work -> retry(id, work.what()));
  }

  /** Queues a failed or cancelled piece again as something else, in its old place. */
  public void retry(long id, T what) {
    Work<T> work;
    synchronized (lock) {
      Work<T> before = all.get(id);
      if (before == null
          || !before.state().isFinished()
          || !before.state().canBecome(WorkState.QUEUED)) {
        return;
      }
      work = new Work<>(id, what, WorkState.QUEUED, -1, null);
      keep(work);
    }
    tell(work);
  }

  /** Removes what has ended from the list. */
  public void forgetFinished() {
    synchronized (lock) {
      all.values().removeIf(work -> work.state().isFinished());
      counts.keySet().removeIf(WorkState::isFinished);
    }
    listeners.forEach(WorkListener::queueChanged);
  }

  /** Hands out nothing ever again; what runs is finished by its takers. */
  public void stop() {
    synchronized (lock) {
      stopped = true;
    }
  }

  public boolean isStopped() {
    synchronized (lock) {
      return stopped;
    }
  }

  /** Waits until nothing runs. */
  public void awaitQuiet() throws InterruptedException {
    synchronized (lock) {
      while (!running.isEmpty()) {
        lock.wait();
      }
    }
  }

  /** Every piece in the order in which they were added. */
  public List<Work<T>> items() {
    synchronized (lock) {
      return new ArrayList<>(all.values());
    }
  }

  public Optional<Work<T>> item(long id) {
    synchronized (lock) {
      return Optional.ofNullable(all.get(id));
    }
  }

  /** Pieces that wait or run, of which something is true. */
  public Collection<Work<T>> open(Predicate<T> which) {
    return items().stream()
        .filter(work -> !work.state().isFinished() && which.test(work.what()))
        .toList();
  }

  public WorkTotals totals() {
    synchronized (lock) {
      return new WorkTotals(
          count(WorkState.QUEUED),
          count(WorkState.RUNNING),
          count(WorkState.DONE),
          count(WorkState.FAILED),
          count(WorkState.CANCELLED),
          pace.perMinute());
    }
  }

  private int count(WorkState state) {
    return counts.getOrDefault(state, 0);
  }

  private Work<T> found(long id) {
    Work<T> work = all.get(id);
    if (work == null) {
      throw new IllegalStateException("No work %d".formatted(id));
    }
    return work;
  }

  private void keep(Work<T> work) {
    @Nullable Work<T> before = all.put(work.id(), work);
    if (before != null) {
      if (!before.state().canBecome(work.state())) {
        throw new IllegalStateException(
            "Work %d cannot go from %s to %s".formatted(work.id(), before.state(), work.state()));
      }
      counts.merge(before.state(), -1, Integer::sum);
    }
    counts.merge(work.state(), 1, Integer::sum);
    if (work.state() == WorkState.QUEUED) {
      waiting.add(work.id());
    } else {
      waiting.remove(work.id());
    }
  }

  private void tell(Work<T> work) {
    for (WorkListener<T> listener : listeners) {
      try {
        listener.changed(work);
      } catch (RuntimeException e) {
        LOG.error("A listener of the queue failed", e);
      }
    }
  }
}
