package org.palimpsest.tasks;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded amount of something (pixels in memory) shared by several workers. A claim larger than
 * the whole budget is admitted once nothing else is held, so that one huge image passes alone
 * instead of never.
 */
public final class Budget {
  private final long total;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition released = lock.newCondition();
  private long held;

  public Budget(long total) {
    if (total < 1) {
      throw new IllegalArgumentException("A budget must be positive");
    }
    this.total = total;
  }

  /** Claims an amount, waiting until it fits or nothing else is held. */
  public void claim(long amount) {
    lock.lock();
    try {
      while (held > 0 && held + amount > total) {
        released.awaitUninterruptibly();
      }
      held += amount;
    } finally {
      lock.unlock();
    }
  }

  /** Gives a claimed amount back. */
  public void release(long amount) {
    lock.lock();
    try {
      if (amount > held) {
        throw new IllegalStateException("More is given back than was claimed");
      }
      held -= amount;
      released.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The amount claimed at present. */
  public long held() {
    lock.lock();
    try {
      return held;
    } finally {
      lock.unlock();
    }
  }
}
