package org.palimpsest.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.Catalogue;
import org.palimpsest.registry.CatalogueEntry;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the models on this machine, or those that can be fetched. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the models on this machine and compares each with its card's SHA-256.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every model is listed",
      "1:some are unusable; their rows say why",
      "2:there is none"
    })
public final class ModelsListCommand implements Callable<Integer> {
  private final ModelRegistry registry;
  private final Catalogue catalogue;
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--catalogue",
      description = "list the published checkpoints that can be fetched instead")
  private boolean published;

  @Option(names = "--quick", description = "do not read the weights; nothing is verified then")
  private boolean quick;

  /** The command with what it lists. */
  public ModelsListCommand(ModelRegistry registry, Catalogue catalogue) {
    this.registry = registry;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() throws ModelException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (published) {
      print(out, catalogue);
      return ExitCodes.DONE;
    }
    ModelRegistry.Listing listing = registry.list();
    ModelTable table = new ModelTable(out, !quick);
    table.heading();
    int failed = listing.unreadable().size();
    for (RegisteredModel model : listing.models()) {
      failed += table.row(model) ? 0 : 1;
    }
    for (ModelException unreadable : listing.unreadable()) {
      out.println(
          "UNUSABLE: %s (%s)"
              .formatted(
                  VisibleName.of(String.valueOf(unreadable.getMessage())), unreadable.code()));
    }
    if (listing.models().isEmpty()) {
      out.println("No model in %s.".formatted(registry.roots()));
    }
    out.flush();
    if (listing.models().isEmpty()) {
      return ExitCodes.NOTHING_DONE;
    }
    return failed == 0 ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
  }

  /** What can be fetched. */
  static void print(PrintWriter out, Catalogue catalogue) {
    for (CatalogueEntry entry : catalogue.entries()) {
      out.println(
          "%-24s %9s  %s"
              .formatted(entry.name(), ModelTable.megabytes(entry.size()), entry.title()));
    }
    out.println("palimpsest models fetch NAME shows one of them and fetches it after a yes.");
    out.flush();
  }
}
