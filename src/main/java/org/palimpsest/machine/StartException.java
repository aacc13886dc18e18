package org.palimpsest.machine;

/** Why the program cannot start here, in a sentence that says what to do about it. */
public final class StartException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * A reason.
   *
   * @param code stable, for support: {@code STA-01} and so on
   */
  public StartException(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /** The same with what led to it, for the log. */
  public StartException(String code, String sentence, Throwable cause) {
    super(sentence, cause);
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
