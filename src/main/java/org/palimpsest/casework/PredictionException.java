package org.palimpsest.casework;

import org.jspecify.annotations.Nullable;

/** A picture that the network gives no result for: no answer, no usable one, or nothing to ask. */
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

  static PredictionException tooNarrow(int width, int height, int tiles) {
    return new PredictionException(
        "PRE-03",
        "The picture of %,d x %,d pixels is too narrow for its length: its %d tiles would hold hardly"
                .formatted(width, height, tiles)
            + " anything of it.",
        null);
  }

  /** Short stable code for tables and support. */
  public String code() {
    return code;
  }
}
