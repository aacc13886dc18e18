package org.palimpsest.cli;

/** What needed a person's consent was not done, because there was none. */
public final class DeclinedException extends Exception {
  private static final long serialVersionUID = 1;

  public DeclinedException(String message) {
    super(message);
  }

  /** Short stable code for tables and support. */
  public String code() {
    return "CLI-02";
  }
}
