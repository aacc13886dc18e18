package org.palimpsest.ui.viewer;

import org.jspecify.annotations.Nullable;

/** A view that could not be saved. */
public final class ExportException extends Exception {
  private static final long serialVersionUID = 1;
  private final String code;

  ExportException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** Short stable code: VIE-01 not writable, VIE-02 would replace the exhibit. */
  public String code() {
    return code;
  }
}
