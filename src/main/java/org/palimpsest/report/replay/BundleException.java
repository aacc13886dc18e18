package org.palimpsest.report.replay;

import org.jspecify.annotations.Nullable;

/** A replay bundle that cannot be trusted or read. The message is one sentence for a person. */
public final class BundleException extends Exception {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  /** Why, with a code that stays the same in every release. */
  public enum Reason {
    NOT_A_BUNDLE("RPL-01"),
    UNREADABLE("RPL-02"),
    UNSAFE_NAME("RPL-03"),
    TOO_LARGE("RPL-04"),
    MISSING("RPL-05"),
    SURPLUS("RPL-06"),
    CHANGED("RPL-07"),
    NEWER("RPL-08");

    private final String code;

    Reason(String code) {
      this.code = code;
    }
  }

  BundleException(Reason reason, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Short stable code for tables and support. */
  public String code() {
    return reason.code;
  }
}
