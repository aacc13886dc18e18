package org.palimpsest.ui.dialogs;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Something that went wrong, for a person.
 *
 * @param sentence what happened, without a guess at the cause
 * @param code short and stable, for example {@code CAS-06}
 * @param details all that is known, to be copied for support; may run over many lines
 */
public record Problem(String sentence, String code, String details) {
  /** A problem with the trace of what was thrown. */
  public static Problem of(String sentence, String code, Throwable cause) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace, true));
    return new Problem(sentence, code, trace.toString());
  }

  /** Everything as one text to copy. */
  public String text() {
    return "%s%n%s%n%n%s".formatted(code, sentence, details);
  }
}
