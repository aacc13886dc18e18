package org.palimpsest.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a verb; verbs are added to it by the composition root. */
@Command(
    name = "palimpsest",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    description = "Tells whether, and where, a picture was edited by a diffusion model.")
public final class PalimpsestCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "show the details of an error")
  private boolean verbose;

  boolean isVerbose() {
    return verbose;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "A verb is missing.");
    }
  }
}
