package org.palimpsest.tasks;

import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that work while there is work: each runs the same loop, which takes until nothing is left
 * and returns. A wake-up that comes while a loop is just ending is never lost.
 */
public final class Lane implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final BackgroundPool pool;
  private final int threads;
  private final Runnable loop;
  private final Object lock = new Object();
  private int active;
  private long wakes;
  private boolean closed;

  /**
   * A lane that sleeps.
   *
   * @param name what the threads do
   * @param loop takes work until there is none
   */
  public Lane(String name, int threads, Runnable loop) {
    this.pool = new BackgroundPool(name, threads);
    this.threads = threads;
    this.loop = loop;
  }

  /** Says that there may be work. */
  public void wake() {
    synchronized (lock) {
      wakes++;
      if (active == threads || closed) {
        return;
      }
      active++;
      Future<Integer> unused = pool.submit(this::work);
    }
  }

  private int work() {
    int rounds = 0;
    while (true) {
      long seen;
      synchronized (lock) {
        seen = wakes;
      }
      try {
        loop.run();
      } catch (RuntimeException | Error e) {
        LOG.error("The work in hand was given up", e);
      }
      rounds++;
      synchronized (lock) {
        if (wakes == seen) {
          active--;
          return rounds;
        }
      }
    }
  }

  /** Waits for the loops in hand; later wake-ups do nothing. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
    }
    pool.close();
  }
}
