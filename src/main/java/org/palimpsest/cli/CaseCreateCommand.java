package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.evidence.VisibleName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a new case. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = "Makes a new case file.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:it is made", "2:it is not; nothing that was there was touched"})
public final class CaseCreateCommand implements Callable<Integer> {
  private final Actor actor;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the new file, usually NAME.palimpsest")
  private Path file = Path.of("");

  @Option(names = "--name", description = "name of the case; otherwise that of the file")
  private @Nullable String name;

  @Option(names = "--number", description = "its number where cases are kept")
  private String number = "";

  @Option(names = "--examiner", description = "who examines")
  private String examiner = "";

  @Option(names = "--organisation", description = "for which the examiner works")
  private String organisation = "";

  @Option(names = "--requester", description = "who asks")
  private String requester = "";

  @Option(names = "--question", description = "what is asked")
  private String question = "";

  @Option(
      names = "--proposition",
      description = "one of the propositions that compete; given once for each")
  private List<String> propositions = List.of();

  @Option(names = "--notes", description = "anything else")
  private String notes = "";

  /** The command with whom it works for. */
  public CaseCreateCommand(Actor actor) {
    this.actor = actor;
  }

  @Override
  public Integer call() throws CaseException {
    CaseDetails details =
        new CaseDetails(
            name == null ? stem(file) : name,
            number,
            examiner,
            organisation,
            requester,
            question,
            propositions,
            notes);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (CaseFile made =
        CaseFile.create(file, details, examiner.isBlank() ? actor : actor.as(examiner))) {
      out.println("Case: " + VisibleName.of(made.path().toString()));
    }
    out.flush();
    return ExitCodes.DONE;
  }

  private static String stem(Path file) {
    String last = String.valueOf(file.getFileName());
    return last.endsWith(CaseFile.EXTENSION) && last.length() > CaseFile.EXTENSION.length()
        ? last.substring(0, last.length() - CaseFile.EXTENSION.length())
        : last.isBlank() ? "Case" : last;
  }
}
