package org.palimpsest.casework.desk;

import org.palimpsest.casework.store.CaseException;

/** Hears of what concerns no single item. On the thread it happened on; returns at once. */
public interface DeskListener {
  /** Results cannot be kept: the work has been paused, what was in hand waits again. */
  void stuck(String code, String sentence, Throwable cause);

  /** A model is being loaded, or was. */
  void modelChanged();

  /** The same in the words of the case. */
  default void stuck(CaseException cause) {
    stuck(cause.code(), String.valueOf(cause.getMessage()), cause);
  }
}
