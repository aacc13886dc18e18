package org.palimpsest.tasks;

/**
 * The right, and the duty, to do one piece of work: whoever took it says how it ended. A second
 * ending changes nothing, so that a cancelled piece whose result arrives late stays cancelled.
 */
public final class WorkTicket<T> {
  private final WorkQueue<T> queue;
  private final long id;
  private final T what;
  private final Cancellation cancellation = new Cancellation();

  WorkTicket(WorkQueue<T> queue, long id, T what) {
    this.queue = queue;
    this.id = id;
    this.what = what;
  }

  public long id() {
    return id;
  }

  public T what() {
    return what;
  }

  /** Requested when a person cancels this piece. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Tells the share that is done, 0..1. */
  public void progress(double share) {
    queue.progress(this, share);
  }

  public void done() {
    queue.end(this, work -> work.in(WorkState.DONE));
  }

  public void failed(String code, String sentence) {
    queue.end(this, work -> work.failed(new WorkFailure(code, sentence)));
  }

  public void cancelled() {
    queue.end(this, work -> work.in(WorkState.CANCELLED));
  }

  /** Gives the piece back undone, to its old place. */
  public void putBack() {
    queue.end(this, work -> work.in(WorkState.QUEUED));
  }
}
