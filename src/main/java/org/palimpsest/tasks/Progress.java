package org.palimpsest.tasks;

/**
 * Where long work reports how far it is and asks whether to go on. The work asks between units (an
 * image, a batch, a step); it never sees a widget or a stream. Implementations are thread-safe and
 * return at once.
 */
public interface Progress {
  /**
   * Tells how far the work is.
   *
   * @param done units finished, 0 to {@code total}
   * @param total units in all, 0 while unknown
   * @param message what is in hand, one short line for a person
   */
  void report(long done, long total, String message);

  /** Whether the work should finish the unit in hand and stop. */
  boolean isCancelled();

  /** Progress nobody watches, of work nobody cancels. */
  static Progress unwatched() {
    return new Progress() {
      @Override
      public void report(long done, long total, String message) {}

      @Override
      public boolean isCancelled() {
        return false;
      }
    };
  }
}
