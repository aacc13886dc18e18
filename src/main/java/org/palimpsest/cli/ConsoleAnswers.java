package org.palimpsest.cli;

import java.io.Console;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.palimpsest.tasks.Abandonable;
import org.palimpsest.tasks.Cancellation;

/**
 * Answers typed at the terminal that the program was started from.
 *
 * @param cancellation requested when the process is to end; it does not wait for an answer then
 */
public record ConsoleAnswers(Cancellation cancellation) implements Answers {
  @Override
  public boolean isSomebodyThere() {
    return console() != null;
  }

  @Override
  public Optional<String> line() throws IOException {
    Console console = console();
    if (console == null) {
      return Optional.empty();
    }
    try {
      return Abandonable.call("answer", () -> Optional.ofNullable(console.readLine()), cancellation)
          .flatMap(line -> line);
    } catch (ExecutionException e) {
      throw new IOException("The answer cannot be read.", e);
    }
  }

  // Java 25 again returns null where input or output is no terminal; the check knows Java 22 to 24.
  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable Console console() {
    Console console = System.console();
    return console != null && console.isTerminal() ? console : null;
  }
}
