package org.palimpsest.casework;

import org.jspecify.annotations.Nullable;

/** A device or precision that was asked for and is not there. */
public final class DeviceException extends Exception {
  private static final long serialVersionUID = 1;

  public DeviceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Short stable code for tables and support. */
  public String code() {
    return "DEV-01";
  }
}
