package org.palimpsest.report.replay;

import org.jspecify.annotations.Nullable;

/** An examination that cannot be repeated on this machine; the message says why. */
public final class NotRepeatedException extends Exception {
  private static final long serialVersionUID = 1;

  public NotRepeatedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
