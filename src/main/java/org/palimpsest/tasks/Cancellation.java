package org.palimpsest.tasks;

import java.util.concurrent.atomic.AtomicBoolean;

/** A request to stop, made once by a person or a signal and read by the work between two units. */
public final class Cancellation {
  private final AtomicBoolean requested = new AtomicBoolean();

  public void request() {
    requested.set(true);
  }

  public boolean isRequested() {
    return requested.get();
  }
}
