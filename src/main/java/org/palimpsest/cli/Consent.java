package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Asks before something is done that cannot be taken back or that leaves the machine.
 *
 * @param answers of the person who is asked
 */
record Consent(Answers answers) {
  private static final Set<String> YES = Set.of("y", "yes");

  /**
   * Asks, and returns only after a yes.
   *
   * @param out where the question is written
   * @param question one line, without its question mark's answer
   * @param unasked the command that does the same without asking
   * @throws DeclinedException after any other answer, and where nobody can answer
   */
  void obtain(PrintWriter out, String question, String unasked)
      throws DeclinedException, IOException {
    if (!answers.isSomebodyThere()) {
      throw new DeclinedException(
          "Nobody is there to be asked (no terminal); without asking: %s".formatted(unasked));
    }
    out.print(question + " [y/N] ");
    out.flush();
    Optional<String> answer = answers.line();
    if (answer.isEmpty() || !YES.contains(answer.get().strip().toLowerCase(Locale.ROOT))) {
      throw new DeclinedException("Nothing was done: the answer was not yes.");
    }
  }
}
