package org.palimpsest.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about a case. */
@Command(
    name = "case",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    description = "Keeps exhibits, examinations and their custody in a case file.")
public final class CaseCommand implements Callable<Integer>, VerbGroup {
  private final List<Callable<Integer>> verbs;
  @Spec private @Nullable CommandSpec spec;

  /** The command with its own verbs. */
  public CaseCommand(List<Callable<Integer>> verbs) {
    this.verbs = List.copyOf(verbs);
  }

  @Override
  public List<Callable<Integer>> verbs() {
    return verbs;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("The command runs below a command line only");
    }
    throw new ParameterException(spec.commandLine(), "A verb is missing.");
  }
}
