package org.palimpsest.casework.store;

import org.jspecify.annotations.Nullable;

/** A case that cannot be opened, read or changed. The message is one sentence for a person. */
public final class CaseException extends Exception {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  /** Why, with a code that stays the same in every release. */
  public enum Reason {
    MISSING("CAS-01"),
    NOT_A_CASE("CAS-02"),
    DAMAGED("CAS-03"),
    NEWER("CAS-04"),
    EXISTS("CAS-05"),
    DISK("CAS-06"),
    READ_ONLY("CAS-07"),
    UNKNOWN_ITEM("CAS-08"),
    REFUSED("CAS-09"),
    MIGRATION("CAS-10"),
    DISK_FULL("CAS-11"),
    COPY("CAS-12");

    private final String code;

    Reason(String code) {
      this.code = code;
    }
  }

  CaseException(Reason reason, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  static CaseException unknown(String what, long id) {
    return new CaseException(
        Reason.UNKNOWN_ITEM, "There is no %s %d in this case.".formatted(what, id), null);
  }

  static CaseException refused(String sentence) {
    return new CaseException(Reason.REFUSED, sentence, null);
  }

  public Reason reason() {
    return reason;
  }

  /** Short stable code for tables and support. */
  public String code() {
    return reason.code;
  }
}
