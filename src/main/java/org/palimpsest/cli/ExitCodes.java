package org.palimpsest.cli;

/**
 * What the program returns to the shell. After Ctrl-C the virtual machine itself returns 130, after
 * a termination signal 143.
 */
public final class ExitCodes {
  /** Everything asked for was done. */
  public static final int DONE = 0;

  /** Some items failed; their rows say why. */
  public static final int SOME_FAILED = 1;

  /** Nothing could be done; one sentence says why. */
  public static final int NOTHING_DONE = 2;

  private ExitCodes() {}
}
