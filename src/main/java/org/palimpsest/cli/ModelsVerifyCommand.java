package org.palimpsest.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.ModelCheck;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes sure that models are what their cards say. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Hashes the weights of models again, compares them with their cards, and checks that the",
      "tensors are those of the card's configuration."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all are what their cards say",
      "1:some are not; their rows say why",
      "2:none is, or there is none"
    })
public final class ModelsVerifyCommand implements Callable<Integer> {
  private final ModelRegistry registry;
  private final ModelCheck check;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "models to verify; all unless named")
  private List<String> names = List.of();

  /** The command with the models it knows and what it holds them to. */
  public ModelsVerifyCommand(ModelRegistry registry, ModelCheck check) {
    this.registry = registry;
    this.check = check;
  }

  @Override
  public Integer call() throws ModelException, NothingToDoException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<ModelException> failures = new ArrayList<>();
    List<RegisteredModel> models = found(failures);
    if (models.isEmpty() && failures.isEmpty()) {
      throw new NothingToDoException("There is no model in %s.".formatted(registry.roots()));
    }
    int verified = 0;
    for (RegisteredModel model : models) {
      try {
        int tensors = check.verify(model);
        verified++;
        out.println(
            "verified  %s: SHA-256 %s, %d tensors fit the configuration"
                .formatted(model.card().name(), model.card().weightsSha256(), tensors));
      } catch (ModelException e) {
        failures.add(e);
      }
      out.flush();
    }
    for (ModelException failure : failures) {
      out.println(
          "FAILED    %s (%s)"
              .formatted(VisibleName.of(String.valueOf(failure.getMessage())), failure.code()));
    }
    out.flush();
    if (failures.isEmpty()) {
      return ExitCodes.DONE;
    }
    return verified > 0 ? ExitCodes.SOME_FAILED : ExitCodes.NOTHING_DONE;
  }

  private List<RegisteredModel> found(List<ModelException> failures) throws ModelException {
    if (names.isEmpty()) {
      ModelRegistry.Listing listing = registry.list();
      failures.addAll(listing.unreadable());
      return listing.models();
    }
    List<RegisteredModel> models = new ArrayList<>();
    for (String name : names) {
      try {
        models.add(registry.find(name));
      } catch (ModelException e) {
        failures.add(e);
      }
    }
    return models;
  }
}
