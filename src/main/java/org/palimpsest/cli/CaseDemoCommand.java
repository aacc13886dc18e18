package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Batch;
import org.palimpsest.casework.BatchLimits;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.casework.Examination;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.ExhibitFinder;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.desk.Laboratory;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.CaseSink;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.FindingDraft;
import org.palimpsest.casework.store.FindingRegion;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.Storage;
import org.palimpsest.casework.store.Support;
import org.palimpsest.heatmap.Region;
import org.palimpsest.registry.ModelException;
import org.palimpsest.report.CaseReports;
import org.palimpsest.report.ReportFormat;
import org.palimpsest.report.ReportRequest;
import org.palimpsest.report.data.CancelledReportException;
import org.palimpsest.report.data.Selection;
import org.palimpsest.report.data.SourceProtection;
import org.palimpsest.settings.SampleFolder;
import org.palimpsest.tasks.Cancellation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole road once, on the shipped samples: case, examination, finding, report. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a case of the shipped samples, examines them, records a finding and writes a report.",
      "Everything that it says in a person's place is marked as a demonstration."
    })
public final class CaseDemoCommand implements Callable<Integer> {
  private static final String CASE = "demonstration" + CaseFile.EXTENSION;

  private final Laboratory laboratory;
  private final CaseReports reports;
  private final Actor actor;
  private final Cancellation cancellation;
  private final InstantSource clock;
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder for the case and its report; made if need be")
  private Path out = Path.of("");

  @Option(names = "--progress", description = "show the progress line even without a console")
  private boolean progress;

  /** The command with what it needs. */
  public CaseDemoCommand(
      Laboratory laboratory,
      CaseReports reports,
      Actor actor,
      Cancellation cancellation,
      InstantSource clock) {
    this.laboratory = laboratory;
    this.reports = reports;
    this.actor = actor.as(details().examiner());
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call()
      throws CaseException,
          ModelException,
          DeviceException,
          OutputException,
          CancelledReportException,
          NothingToDoException {
    Path samples =
        SampleFolder.ofThisRun()
            .orElseThrow(
                () -> new NothingToDoException("This installation has no sample pictures."));
    CommandSpec command = Objects.requireNonNull(spec);
    ReportFiles.makeFolder(out);
    try (CaseFile open = CaseFile.create(out.resolve(CASE), details(), actor);
        ProgressLine line =
            new ProgressLine(
                command.commandLine().getErr(),
                ShownProgress.wanted(progress),
                cancellation,
                clock)) {
      List<Long> exhibits = take(open, samples);
      examine(open, exhibits, line);
      CancelledReportException.check(line);
      conclude(open);
      ReportRequest request =
          new ReportRequest(
              out.resolve("report"),
              Set.of(ReportFormat.PDF, ReportFormat.HTML, ReportFormat.JSON),
              new Selection(Set.of(), 1),
              SourceProtection.none(),
              false);
      PrintWriter words = command.commandLine().getOut();
      words.println("Case: " + open.path());
      ReportFiles.print(words, reports.write(open, request, line));
      words.flush();
    } finally {
      laboratory.close();
    }
    return ExitCodes.DONE;
  }

  private static CaseDetails details() {
    return new CaseDetails(
        "Demonstration on the sample pictures",
        "DEMONSTRATION",
        "Demonstration (no person examined this)",
        "Demonstration (nobody asked for this)",
        "Was a part of any of these sample pictures generated or regenerated afterwards?",
        List.of(
            "The picture is as the simulated camera recorded it.",
            "A part of the picture was generated, regenerated or replaced afterwards."),
        "This case was made by the command \"case demo\" from pictures that Palimpsest rendered"
            + " itself. It is no evidence of anything.");
  }

  private List<Long> take(CaseFile open, Path samples) throws CaseException {
    List<Path> files =
        new ExhibitFinder(open.copies(), clock).find(List.of(samples.toString())).files();
    Receipt receipt =
        new Receipt(
            "shipped with the program",
            "the program's folder of samples",
            null,
            "the command \"case demo\"",
            "",
            "rendered pictures, not photographs");
    List<Long> ids = open.exhibits().add(files, receipt, Storage.COPY).exhibits();
    for (long id : ids) {
      open.intake().receive(id);
    }
    return ids;
  }

  private void examine(CaseFile open, List<Long> exhibits, ProgressLine line)
      throws CaseException, ModelException, DeviceException, OutputException {
    Examination examination =
        laboratory.examination(
            ExaminationRequest.usual(),
            TypedCommand.of(Objects.requireNonNull(spec).commandLine()));
    open.queue().add(exhibits, ExaminationRequest.usual());
    BatchLimits limits =
        BatchLimits.of(
            examination.detector().batchSize(),
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory());
    try (CaseSink sink = open.queue().sink(open.queue().jobs())) {
      new Batch(examination, sink, limits).run(sink.files(), line);
    }
  }

  /** Agrees with the program about what it marks most, so that a report shows what that is like. */
  private static void conclude(CaseFile open) throws CaseException {
    ExhibitRow worst =
        open.exhibits().rows().stream()
            .filter(row -> row.latest() != null)
            .max(Comparator.comparingDouble(CaseDemoCommand::marked))
            .orElseThrow();
    LatestResult latest = Objects.requireNonNull(worst.latest());
    List<Region> regions = open.examinations().record(latest.examination()).measurement().regions();
    List<FindingRegion> rests =
        regions.stream()
            .limit(1)
            .map(region -> new FindingRegion("region 1", region.box(), region.outline(), 1, null))
            .toList();
    boolean marked = latest.outcome() == Outcome.INCONSISTENT && !rests.isEmpty();
    open.findings()
        .add(
            worst.id(),
            new FindingDraft(
                marked ? Outcome.INCONSISTENT : Outcome.INCONCLUSIVE,
                marked ? Support.LIMITED : Support.NONE,
                "DEMONSTRATION: these words were written by the command \"case demo\", not by a"
                    + " person who looked at the picture. An examiner would say here what is seen"
                    + " in the regions that the finding rests on, what speaks for and against each"
                    + " proposition, and which other explanations were considered.",
                rests,
                latest.examination()));
  }

  private static double marked(ExhibitRow row) {
    LatestResult latest = row.latest();
    return latest == null
        ? -1
        : (latest.outcome() == Outcome.INCONSISTENT ? 1 : 0) + latest.areaShare();
  }
}
