package org.palimpsest.casework.store;

/**
 * Hears of changes after they are committed, on the thread that made them, and returns at once. Two
 * changes made by two threads may be heard in either order: what counts is what the case says when
 * it is asked.
 */
public interface CaseListener {
  void changed(CaseChange change);
}
