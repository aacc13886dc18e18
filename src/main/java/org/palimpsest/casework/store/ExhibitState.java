package org.palimpsest.casework.store;

/** How far the work on an exhibit is. */
public enum ExhibitState {
  /** In the list; not read yet. */
  NEW,
  /** Read, hashed and decoded; not examined. */
  RECEIVED,
  QUEUED,
  RUNNING,
  DONE,
  /** Could not be read, decoded or examined; the row says why. */
  FAILED,
  /** Taken out of the queue before it was examined. */
  CANCELLED
}
