package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.UserModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a model of the user's own. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Removes a model of your own; those that come with the program stay.")
public final class ModelsRemoveCommand implements Callable<Integer> {
  private final UserModels models;
  private final Answers answers;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1", paramLabel = "NAME", description = "name of the model")
  private String name = "";

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  /** The command with what it may remove and whom it asks. */
  public ModelsRemoveCommand(UserModels models, Answers answers) {
    this.models = models;
    this.answers = answers;
  }

  @Override
  public Integer call() throws ModelException, DeclinedException, IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Path folder = models.removable(name);
    if (!yes) {
      new Consent(answers)
          .obtain(
              spec.commandLine().getErr(),
              "Remove the model %s with its folder %s?"
                  .formatted(name, VisibleName.of(folder.toString())),
              "palimpsest models remove %s --yes".formatted(name));
    }
    models.remove(name);
    out.println("Removed %s.".formatted(VisibleName.of(folder.toString())));
    out.flush();
    return ExitCodes.DONE;
  }
}
