package org.palimpsest.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.report.CaseReports;
import org.palimpsest.report.ReportRequest;
import org.palimpsest.report.WrittenReport;
import org.palimpsest.report.data.CancelledReportException;
import org.palimpsest.tasks.Cancellation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a report about a case. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a report about a case, with a replay bundle and the digests of all its files.",
      "A report that lacks a required statement is marked as a draft and says what is missing."
    })
public final class ReportCommand implements Callable<Integer> {
  private final CaseReports reports;
  private final Actor actor;
  private final Cancellation cancellation;
  private final InstantSource clock;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private ReportOptions options = new ReportOptions();

  /**
   * The command with what it needs.
   *
   * @param actor who writes it, for the audit log
   */
  public ReportCommand(
      CaseReports reports, Actor actor, Cancellation cancellation, InstantSource clock) {
    this.reports = reports;
    this.actor = actor;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call() throws CaseException, OutputException, CancelledReportException {
    CommandSpec command = Objects.requireNonNull(spec);
    ReportRequest request;
    try {
      request = options.request();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
    PrintWriter out = command.commandLine().getOut();
    WrittenReport written;
    try (CaseFile open = OpenedCase.forALook(options.file(), actor);
        ProgressLine line =
            new ProgressLine(
                command.commandLine().getErr(),
                ShownProgress.wanted(options.showsProgress()),
                cancellation,
                clock)) {
      written = reports.write(open, request, line);
    }
    ReportFiles.print(out, written);
    return ExitCodes.DONE;
  }
}
