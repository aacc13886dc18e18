package org.palimpsest.tasks;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Work of which only the newest matters, such as what a moving slider asks for: while one piece
 * runs, of all that are asked for only the last is kept and run next. Pieces run one after another.
 */
public final class NewestOnly {
  private final BackgroundPool pool;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Runnable waiting;
  private boolean running;

  /**
   * No work yet.
   *
   * @param pool on whose threads the work runs
   */
  public NewestOnly(BackgroundPool pool) {
    this.pool = pool;
  }

  /** Asks for work; it takes the place of what was asked for before and has not begun. */
  public void ask(Runnable work) {
    lock.lock();
    try {
      waiting = work;
      if (!running) {
        running = true;
        Future<?> started = pool.submit((Callable<@Nullable Object>) this::work);
        running = !started.isCancelled();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether something newer waits, so that the work in hand may as well stop. */
  public boolean isOutdated() {
    lock.lock();
    try {
      return waiting != null;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Object work() {
    for (Runnable next = next(); next != null; next = next()) {
      boolean done = false;
      try {
        next.run();
        done = true;
      } finally {
        if (!done) {
          stop();
        }
      }
    }
    return null;
  }

  private void stop() {
    lock.lock();
    try {
      running = false;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Runnable next() {
    lock.lock();
    try {
      Runnable next = waiting;
      waiting = null;
      running = next != null;
      return next;
    } finally {
      lock.unlock();
    }
  }
}
