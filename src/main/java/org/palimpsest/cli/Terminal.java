package org.palimpsest.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The command line: verbs below {@code palimpsest}. */
public final class Terminal {
  private final CommandLine line;

  /**
   * A command line with verbs.
   *
   * @param program name and version, for {@code --version}
   */
  public Terminal(String program, List<Callable<Integer>> verbs) {
    PalimpsestCommand root = new PalimpsestCommand();
    line = new CommandLine(root);
    line.getCommandSpec().version(program);
    for (Callable<Integer> verb : verbs) {
      CommandLine below = new CommandLine(verb);
      if (verb instanceof VerbGroup group) {
        group.verbs().forEach(below::addSubcommand);
      }
      line.addSubcommand(below);
    }
    line.setExecutionExceptionHandler(new CommandErrors(root));
  }

  /** The same with other outputs than the standard ones. */
  Terminal writingTo(PrintWriter out, PrintWriter err) {
    line.setOut(out).setErr(err);
    return this;
  }

  /** Runs a verb and returns the exit code. */
  public int run(String... arguments) {
    return line.execute(arguments);
  }
}
