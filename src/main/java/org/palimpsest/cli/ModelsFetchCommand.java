package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.Catalogue;
import org.palimpsest.registry.CatalogueEntry;
import org.palimpsest.registry.ImportRequest;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelImport;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.registry.UserModels;
import org.palimpsest.registry.download.Download;
import org.palimpsest.registry.download.Remote;
import org.palimpsest.tasks.Cancellation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a published checkpoint after a yes. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = {
      "Shows a published checkpoint of the catalogue and, after a yes, fetches it, verifies its",
      "SHA-256 and imports it. Without a name the catalogue is listed. Nothing else in this"
          + " program",
      "opens a connection."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the file is there, and imported if it is a whole network",
      "2:it is not; the same command continues a transfer that was interrupted",
      "130:stopped by Ctrl-C; what has come is kept"
    })
public final class ModelsFetchCommand implements Callable<Integer> {
  private final Catalogue catalogue;
  private final Download download;
  private final Path downloads;
  private final UserModels models;
  private final ModelImport importer;
  private final Answers answers;
  private final Cancellation cancellation;
  private final InstantSource clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "name in the catalogue")
  private @Nullable String name;

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Option(names = "--progress", description = "show the progress line even without a console")
  private boolean progress;

  /**
   * The command with what it needs.
   *
   * @param downloads folder for files on their way and for those that are parts
   * @param answers of the person who is asked
   * @param cancellation requested when the process is to end
   */
  public ModelsFetchCommand(
      Catalogue catalogue,
      Download download,
      Path downloads,
      UserModels models,
      ModelImport importer,
      Answers answers,
      Cancellation cancellation,
      InstantSource clock) {
    this.catalogue = catalogue;
    this.download = download;
    this.downloads = downloads;
    this.models = models;
    this.importer = importer;
    this.answers = answers;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call() throws ModelException, DeclinedException, IOException {
    if (spec == null) {
      throw new IllegalStateException("The command runs below a command line only");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (name == null) {
      ModelsListCommand.print(out, catalogue);
      return ExitCodes.DONE;
    }
    CatalogueEntry entry = catalogue.find(name);
    Path file = downloads.resolve(entry.file());
    if (entry.part() == null) {
      // Before gigabytes come: the name must be free for what becomes of them.
      models.requireFree(entry.name(), false);
    }
    new CatalogueText(out).print(entry, file);
    if (!yes) {
      new Consent(answers)
          .obtain(err, "Fetch it?", "palimpsest models fetch %s --yes".formatted(entry.name()));
    }
    try (TransferLine line = new TransferLine(err, isWatched(), cancellation, clock)) {
      download.fetch(new Remote(entry.address(), entry.size(), entry.digest()), file, line);
    }
    out.println("Verified: SHA-256 %s.".formatted(entry.sha256()));
    conclude(entry, file, out, err);
    out.flush();
    return ExitCodes.DONE;
  }

  private void conclude(CatalogueEntry entry, Path file, PrintWriter out, PrintWriter err)
      throws ModelException, IOException {
    if (entry.part() != null) {
      out.println("Kept in %s.".formatted(VisibleName.of(file.toString())));
      out.println(
          "It is a part: palimpsest models import --clip FILE --mae FILE --name NAME puts an"
              + " untrained network together; this is the file for %s.".formatted(entry.part()));
      return;
    }
    // The digest was compared a moment ago; the import hashes the file again for its card.
    ImportRequest request =
        new ImportRequest(entry.name(), null, entry.digest(), entry.provenance(), false);
    RegisteredModel model;
    try (ProgressLine line = new ProgressLine(err, isWatched(), cancellation, clock)) {
      model = importer.checkpoint(file, request, line);
    } catch (ModelException e) {
      out.println("The file stays in %s.".formatted(VisibleName.of(file.toString())));
      out.flush();
      throw e;
    }
    Files.delete(file);
    ModelsImportCommand.print(out, model);
  }

  private boolean isWatched() {
    return progress || answers.isSomebodyThere();
  }
}
