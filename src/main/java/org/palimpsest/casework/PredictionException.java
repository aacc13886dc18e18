package org.palimpsest.casework;

import org.jspecify.annotations.Nullable;

/** A network's answer that is no result, or a network that gave none. */
public final class PredictionException extends Exception {
  private static final long serialVersionUID = 1;
  private final String code;

  private PredictionException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  static PredictionException notANumber() {
    return new PredictionException(
        "PRE-01",
        "The model's answer to this image holds values that are not finite numbers.",
        null);
  }

  static PredictionException failed(Throwable cause) {
    return new PredictionException("PRE-02", "The model failed on this image.", cause);
  }

  /** Short stable code for tables and support. */
  public String code() {
    return code;
  }
}
