package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.ReviewStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs the findings of an exhibit as their second reader. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description =
        "Signs the findings about an exhibit as a second reader, who is not their author.")
public final class CaseSignCommand implements Callable<Integer> {
  private final Actor actor;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "the case")
  private Path file = Path.of("");

  @Parameters(index = "1", paramLabel = "ITEM", description = "number of the exhibit")
  private int item;

  @Option(
      names = "--reader",
      required = true,
      paramLabel = "NAME",
      description = "who has read and agrees")
  private String reader = "";

  @Option(names = "--remark", paramLabel = "TEXT", description = "what the reader has to say")
  private String remark = "";

  @Option(names = "--release", description = "make the findings final, for reports")
  private boolean release;

  /** The command with whom it works for. */
  public CaseSignCommand(Actor actor) {
    this.actor = actor;
  }

  @Override
  public Integer call() throws CaseException, NothingToDoException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (CaseFile open = OpenedCase.forChanges(file, actor)) {
      List<Finding> findings =
          open.findings().of(OpenedCase.item(open, item).id()).stream()
              .filter(finding -> finding.status() != ReviewStatus.FINAL)
              .toList();
      if (findings.isEmpty()) {
        throw new NothingToDoException(
            "Exhibit %d has no finding that waits for a second reader.".formatted(item));
      }
      for (Finding finding : findings) {
        Finding signed =
            finding.status() == ReviewStatus.DRAFT
                ? open.findings().sign(finding.id(), reader, remark)
                : finding;
        Finding last = release ? open.findings().release(signed.id()) : signed;
        out.println(
            "Exhibit %d: finding %d, %s."
                .formatted(
                    item,
                    last.id(),
                    last.status() == ReviewStatus.FINAL ? "signed and final" : "signed"));
      }
      out.flush();
    }
    return ExitCodes.DONE;
  }
}
