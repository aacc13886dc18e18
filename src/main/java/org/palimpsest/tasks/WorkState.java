package org.palimpsest.tasks;

/** Where a piece of queued work stands. */
public enum WorkState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  /** Whether a piece in this state may come to another. */
  public boolean canBecome(WorkState next) {
    return switch (this) {
      case QUEUED -> next == RUNNING || next == CANCELLED;
      case RUNNING -> next != RUNNING; // back to the queue when the program ends before it does
      case FAILED, CANCELLED -> next == QUEUED;
      case DONE -> false;
    };
  }

  /** Whether nothing more happens to it by itself. */
  public boolean isFinished() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}
