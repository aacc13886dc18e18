package org.palimpsest.cli;

import java.io.Console;

/** Whether a progress line is of use. */
final class ShownProgress {
  private ShownProgress() {}

  // Java 25 again returns null where input or output is no terminal; the check knows Java 22 to 24.
  @SuppressWarnings("SystemConsoleNull")
  static boolean wanted(boolean asked) {
    Console console = System.console();
    return asked || (console != null && console.isTerminal());
  }
}
