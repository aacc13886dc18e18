package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.report.CaseExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the results of a case as tables. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes results.csv, results.jsonl and audit.jsonl of a case into a folder.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all is written", "2:nothing could be done"})
public final class CaseExportCommand implements Callable<Integer> {
  private final Actor actor;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the case")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for them")
  private Path out = Path.of("");

  /** The command with whom it works for. */
  public CaseExportCommand(Actor actor) {
    this.actor = actor;
  }

  @Override
  public Integer call() throws CaseException, OutputException {
    PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
    try (CaseFile open = CaseFile.open(file, actor)) {
      int rows = new CaseExport(open).write(out);
      console.println(
          "%d rows in %s".formatted(rows, VisibleName.of(out.toAbsolutePath().toString())));
    }
    console.flush();
    return ExitCodes.DONE;
  }
}
