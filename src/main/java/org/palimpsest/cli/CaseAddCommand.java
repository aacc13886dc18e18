package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExhibitFinder;
import org.palimpsest.casework.FailedItem;
import org.palimpsest.casework.Listing;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.Added;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.ExhibitState;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.Storage;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.tasks.Cancellation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes files into a case as exhibits. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Takes files into a case: reads each once and keeps its SHA-256, size and metadata.",
      "Originals are opened for reading only."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all files are received",
      "1:some could not be read; their rows say why",
      "2:nothing could be done"
    })
public final class CaseAddCommand implements Callable<Integer> {
  private final Actor actor;
  private final Cancellation cancellation;
  private final InstantSource clock;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "the case")
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PATH",
      description = "pictures, folders (searched to any depth) or patterns such as '*.jpg'")
  private List<String> paths = List.of();

  @Option(
      names = "--copy",
      description = "keep a copy in the folder beside the case, so that both can be moved together")
  private boolean copy;

  @Option(names = "--how", description = "how they came, such as e-mail or a drive")
  private String how = "";

  @Option(names = "--from", description = "whom or what they came from")
  private String from = "";

  @Option(
      names = "--received",
      paramLabel = "UTC",
      description = "when they were received, as 2026-01-31T12:00:00Z; otherwise now")
  private @Nullable String received;

  @Option(names = "--by", description = "who received them; otherwise the examiner")
  private String by = "";

  @Option(names = "--note", description = "anything else about the receipt")
  private String note = "";

  @Option(names = "--progress", description = "show the progress line even without a console")
  private boolean progress;

  /** The command with whom it works for. */
  public CaseAddCommand(Actor actor, Cancellation cancellation, InstantSource clock) {
    this.actor = actor;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call() throws CaseException, NothingToDoException {
    Instant at = receivedAt();
    try (CaseFile open = OpenedCase.forChanges(file, actor)) {
      Listing listing = new ExhibitFinder(open.copies(), clock).find(paths);
      // What was never there is a slip of the pen, not an exhibit.
      List<Path> files = listing.files().stream().filter(Files::exists).toList();
      if (files.isEmpty()) {
        throw nothing(listing);
      }
      Receipt receipt =
          new Receipt(how, from, at, by.isBlank() ? open.actor().person() : by, "", note);
      Added added = open.exhibits().add(files, receipt, copy ? Storage.COPY : Storage.REFERENCE);
      receive(open, added);
      return report(open, added, listing);
    }
  }

  private NothingToDoException nothing(Listing listing) {
    if (!listing.files().isEmpty()) {
      return new NothingToDoException("There is no file %s.".formatted(listing.files().getFirst()));
    }
    if (listing.problems().isEmpty()) {
      return new NothingToDoException(
          "There is no picture in %s.".formatted(String.join(", ", paths)));
    }
    FailedItem first = listing.problems().getFirst();
    return new NothingToDoException("%s: %s".formatted(first.path(), first.reason()));
  }

  private @Nullable Instant receivedAt() {
    try {
      return received == null ? null : Instant.parse(received);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          line(), "--received is a time in UTC such as 2026-01-31T12:00:00Z, not " + received, e);
    }
  }

  private void receive(CaseFile open, Added added) throws CaseException {
    List<Long> ids = added.exhibits();
    try (ProgressLine shown =
        new ProgressLine(line().getErr(), ShownProgress.wanted(progress), cancellation, clock)) {
      for (int i = 0; i < ids.size() && !cancellation.isRequested(); i++) {
        shown.report(i, ids.size(), "exhibit " + ids.get(i));
        open.intake().receive(ids.get(i));
      }
      shown.report(ids.size(), ids.size(), "");
    }
  }

  private int report(CaseFile open, Added added, Listing listing) throws CaseException {
    PrintWriter out = line().getOut();
    int failed = listing.problems().size();
    for (FailedItem problem : listing.problems()) {
      out.println("not added  %s  %s".formatted(VisibleName.of(problem.path()), problem.reason()));
    }
    for (Path missing : listing.files().stream().filter(Files::notExists).toList()) {
      failed++;
      out.println("not added  %s  there is no such file".formatted(missing));
    }
    for (long id : added.exhibits()) {
      ExhibitRow row = open.exhibits().row(id);
      String name = VisibleName.of(row.name());
      if (row.state() == ExhibitState.FAILED) {
        failed++;
        out.println("%5d  %s  %s (%s)".formatted(row.item(), name, row.error(), row.errorCode()));
      } else {
        String twin = row.duplicateOf() == null ? "" : "  same bytes as item " + row.duplicateOf();
        out.println(
            "%5d  %s  %s%s"
                .formatted(
                    row.item(), name, row.sha256() == null ? "not read yet" : row.sha256(), twin));
      }
    }
    int known = added.exhibits().size() - added.fresh().size();
    out.println(
        "%d added%s."
            .formatted(
                added.fresh().size(), known > 0 ? ", %d already there".formatted(known) : ""));
    out.flush();
    return failed == 0 ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
