package org.palimpsest.ui.fx;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work for the FX thread that may be asked for from any thread a thousand times and is then done
 * once: what a view shows after a burst of changes is the state at the end of it.
 */
public final class Coalesced {
  private final Runnable work;
  private final AtomicBoolean asked = new AtomicBoolean();

  public Coalesced(Runnable work) {
    this.work = work;
  }

  /** Asks for the work; returns at once. */
  public void ask() {
    if (asked.compareAndSet(false, true)) {
      FxThread.later(
          () -> {
            asked.set(false);
            work.run();
          });
    }
  }
}
