package org.palimpsest.cli;

/** A command that found nothing to work on. */
public final class NothingToDoException extends Exception {
  private static final long serialVersionUID = 1;

  public NothingToDoException(String message) {
    super(message);
  }

  /** Short stable code for tables and support. */
  public String code() {
    return "CLI-01";
  }
}
