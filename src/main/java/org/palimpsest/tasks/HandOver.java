package org.palimpsest.tasks;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded queue between two stages of a pipeline. A full queue holds the giving stage back, which
 * is what bounds memory; {@link #finish()} lets the taking stage drain what is left and then see
 * the end. Waiting is not interruptible: a pipeline ends by draining, so nothing in it is lost.
 */
public final class HandOver<T> {
  private final int capacity;
  private final ArrayDeque<T> items = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean finished;

  /**
   * An empty queue.
   *
   * @param capacity items that may wait, at least 1
   */
  public HandOver(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("A queue needs room for at least one item");
    }
    this.capacity = capacity;
  }

  /**
   * Gives an item, waiting while the queue is full.
   *
   * @throws IllegalStateException after {@link #finish()}
   */
  public void put(T item) {
    lock.lock();
    try {
      while (items.size() >= capacity && !finished) {
        changed.awaitUninterruptibly();
      }
      if (finished) {
        throw new IllegalStateException("The queue has been finished");
      }
      items.add(item);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the oldest item, waiting for one; empty at the end. */
  public Optional<T> take() {
    lock.lock();
    try {
      while (items.isEmpty() && !finished) {
        changed.awaitUninterruptibly();
      }
      return next();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the oldest item if one is waiting. */
  public Optional<T> poll() {
    lock.lock();
    try {
      return next();
    } finally {
      lock.unlock();
    }
  }

  private Optional<T> next() {
    if (items.isEmpty()) {
      return Optional.empty();
    }
    T item = items.remove();
    changed.signalAll();
    return Optional.of(item);
  }

  /** Says that no item will follow; what waits can still be taken. */
  public void finish() {
    lock.lock();
    try {
      finished = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
