package org.palimpsest.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the card of a model. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what is known of a model: what it is, where it comes from, what was measured and how,",
      "and what it does not do. The weights are not looked at (see verify)."
    })
public final class ModelsShowCommand implements Callable<Integer> {
  private final ModelRegistry registry;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1", paramLabel = "NAME", description = "name of the model")
  private String name = "";

  @Option(names = "--json", description = "print the card as it is stored")
  private boolean json;

  /** The command with the models it knows. */
  public ModelsShowCommand(ModelRegistry registry) {
    this.registry = registry;
  }

  /** The card in the same words for a place that is not a terminal, an entry a line. */
  public static String words(RegisteredModel model) {
    StringBuilder words = new StringBuilder();
    new CardText(
            (entry, text) ->
                words
                    .append(entry.isEmpty() ? "" : entry + ": ")
                    .append(text)
                    .append(System.lineSeparator()))
        .print(model);
    return words.toString().strip();
  }

  @Override
  public Integer call() throws ModelException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    RegisteredModel model = registry.find(name);
    if (json) {
      out.print(model.card().toJson());
    } else {
      new CardText(out).print(model);
    }
    out.flush();
    return ExitCodes.DONE;
  }
}
