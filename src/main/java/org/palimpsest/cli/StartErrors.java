package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.machine.StartException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why nothing was started, when there is neither a window nor a verb yet to say it. */
public final class StartErrors {
  private static final Logger LOG = LoggerFactory.getLogger(StartErrors.class);

  private final PrintWriter err;

  StartErrors(PrintWriter err) {
    this.err = err;
  }

  /** On standard error. */
  public static StartErrors onTheTerminal() {
    return new StartErrors(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }

  /** One line for a person; details go to the log. Returns the exit code. */
  public int tell(StartException failure) {
    err.println(
        "palimpsest: %s (%s)"
            .formatted(VisibleName.of(String.valueOf(failure.getMessage())), failure.code()));
    LOG.error("{}", failure.code(), failure);
    return ExitCodes.NOTHING_DONE;
  }

  /** A line about something that does not keep the program from starting. */
  public void note(String sentence) {
    err.println("palimpsest: " + VisibleName.of(sentence));
  }
}
