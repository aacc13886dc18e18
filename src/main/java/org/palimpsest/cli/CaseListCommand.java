package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.AuditEntry;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.evidence.VisibleName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what a case holds. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the exhibits of a case, worst first, or its audit log.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:it is listed", "2:it cannot be opened"})
public final class CaseListCommand implements Callable<Integer> {
  private static final int ENTRIES_AT_ONCE = 1000;

  private final Actor actor;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the case")
  private Path file = Path.of("");

  @Option(names = "--log", description = "list the audit log instead")
  private boolean log;

  /** The command with whom it works for. */
  public CaseListCommand(Actor actor) {
    this.actor = actor;
  }

  @Override
  public Integer call() throws CaseException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (CaseFile open = CaseFile.open(file, actor)) {
      CaseDetails details = open.details().get();
      out.println("Case: %s %s".formatted(details.name(), details.number()).strip());
      open.whyReadOnly().ifPresent(out::println);
      if (log) {
        print(out, open);
      } else {
        new CaseTable(out).print(open.exhibits().rows());
      }
    }
    out.flush();
    return ExitCodes.DONE;
  }

  private static void print(PrintWriter out, CaseFile open) throws CaseException {
    long from = 1;
    while (true) {
      var entries = open.audit().entries(from, ENTRIES_AT_ONCE);
      for (AuditEntry entry : entries) {
        out.println(
            "%6d  %s  %s  %s%s  %s"
                .formatted(
                    entry.seq(),
                    entry.at(),
                    VisibleName.of(entry.person()),
                    entry.action(),
                    entry.exhibit() == null ? "" : " item " + entry.exhibit(),
                    VisibleName.of(entry.facts())));
      }
      if (entries.size() < ENTRIES_AT_ONCE) {
        out.println("Head: " + open.audit().head().sha256());
        return;
      }
      from += ENTRIES_AT_ONCE;
    }
  }
}
