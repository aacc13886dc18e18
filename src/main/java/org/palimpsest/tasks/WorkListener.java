package org.palimpsest.tasks;

/**
 * Hears of changes of a queue after they were made, on the thread that made them, and returns at
 * once.
 */
public interface WorkListener<T> {
  /** A piece was added or stands elsewhere now. */
  void changed(Work<T> work);

  /** Pieces were removed, or the queue was paused or resumed. */
  default void queueChanged() {}
}
