package org.palimpsest.casework;

import org.jspecify.annotations.Nullable;

/** Results that cannot be kept: the run ends, what was written before stays valid. */
public final class OutputException extends Exception {
  private static final long serialVersionUID = 1;
  private final String code;

  public OutputException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** Short stable code for tables and support. */
  public String code() {
    return code;
  }
}
