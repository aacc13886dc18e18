package org.palimpsest.training;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.palimpsest.tasks.Progress;

/**
 * How a person steers a training from another thread: pause, go on, stop. All take effect between
 * two updates, and a paused training has saved its state.
 */
public final class TrainingControl implements Progress {
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final Progress outer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean paused;
  private boolean stopped;

  /**
   * @param outer hears how far the training is; its cancellation stops the training, too
   */
  public TrainingControl(Progress outer) {
    this.outer = outer;
  }

  public void pause() {
    set(true, stopped());
  }

  public void resume() {
    set(false, stopped());
  }

  /** Ends the training after the update in hand; its state is saved. */
  public void stop() {
    set(false, true);
  }

  private void set(boolean pausedNow, boolean stoppedNow) {
    lock.lock();
    try {
      paused = pausedNow;
      stopped = stoppedNow;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public boolean isPaused() {
    lock.lock();
    try {
      return paused;
    } finally {
      lock.unlock();
    }
  }

  private boolean stopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  /** Returns at once unless paused; then when resumed, stopped or cancelled. */
  void awaitTurn() {
    lock.lock();
    try {
      while (paused && !stopped && !outer.isCancelled()) {
        // a cancellation of the outer progress signals nobody
        changed.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingException("TRN-05", "Training was interrupted.", e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void report(long done, long total, String message) {
    outer.report(done, total, message);
  }

  @Override
  public boolean isCancelled() {
    return stopped() || outer.isCancelled();
  }
}
