package org.palimpsest.training;

/** Why a training run cannot go on: a sentence for its user and a stable code. */
public final class TrainingException extends RuntimeException {
  private final String code;

  public TrainingException(String code, String message) {
    super(message);
    this.code = code;
  }

  public TrainingException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
