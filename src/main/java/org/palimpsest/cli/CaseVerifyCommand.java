package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.Flaw;
import org.palimpsest.casework.store.Verification;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.tasks.Cancellation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a case. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Reads every exhibit again, walks the audit log, and compares what it vouches for.",
      "Names the first place that does not hold."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything holds",
      "1:something does not hold, or not everything was looked at",
      "2:the case cannot be opened"
    })
public final class CaseVerifyCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Actor actor;
  private final Cancellation cancellation;
  private final InstantSource clock;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the case")
  private Path file = Path.of("");

  @Option(
      names = "--head",
      paramLabel = "SHA256",
      description = "digest of an entry written down earlier, which must still be in the log")
  private @Nullable String head;

  @Option(names = "--progress", description = "show the progress line even without a console")
  private boolean progress;

  /** The command with whom it works for. */
  public CaseVerifyCommand(Actor actor, Cancellation cancellation, InstantSource clock) {
    this.actor = actor;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call() throws CaseException {
    if (head != null && !head.matches("[0-9a-f]{64}")) {
      throw new ParameterException(line(), "--head is a SHA-256: 64 hexadecimal digits");
    }
    PrintWriter out = line().getOut();
    try (CaseFile open = OpenedCase.forALook(file, actor);
        ProgressLine shown =
            new ProgressLine(
                line().getErr(), ShownProgress.wanted(progress), cancellation, clock)) {
      boolean known = head == null || open.audit().contains(head);
      Verification result = open.verifier().run(shown);
      if (!known) {
        out.println("NOT HELD  audit log: The entry %s is not in it.".formatted(head));
      }
      for (Flaw flaw : result.flaws().stream().limit(SHOWN).toList()) {
        out.println("NOT HELD  %s: %s".formatted(flaw.place(), VisibleName.of(flaw.sentence())));
      }
      if (result.flaws().size() > SHOWN) {
        out.println("and %d more.".formatted(result.flaws().size() - SHOWN));
      }
      out.println(
          "%d exhibits read again, %d not read before, %d examinations, %d audit entries."
              .formatted(
                  result.exhibits(), result.unread(), result.examinations(), result.entries()));
      out.println("Head: " + result.head());
      out.println(
          result.holds() && known
              ? "Everything holds."
              : result.complete() ? "The case does not hold." : "Not everything was looked at.");
      out.flush();
      return result.holds() && known ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
    }
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
