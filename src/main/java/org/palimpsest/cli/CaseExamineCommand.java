package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Batch;
import org.palimpsest.casework.BatchLimits;
import org.palimpsest.casework.BatchSummary;
import org.palimpsest.casework.DetectorLoader;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.casework.Examination;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.VerdictRule;
import org.palimpsest.casework.Versions;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.CaseSink;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.Job;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.vision.Detector;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Examines the exhibits of a case. */
@Command(
    name = "examine",
    mixinStandardHelpOptions = true,
    description = {
      "Examines the exhibits of a case and keeps every result in it.",
      "Results that are there under equal conditions are not computed again; none is replaced.",
      "After a crash or Ctrl-C the same command goes on where it stopped."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all done",
      "1:some exhibits were not examined; their rows say why, or they were not reached",
      "2:nothing could be done",
      "130:stopped by Ctrl-C; what was finished is kept"
    })
public final class CaseExamineCommand implements Callable<Integer> {
  private final ModelRegistry registry;
  private final DetectorLoader loader;
  private final String usualModel;
  private final Versions versions;
  private final Actor actor;
  private final Cancellation cancellation;
  private final InstantSource clock;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the case")
  private Path file = Path.of("");

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--item",
      paramLabel = "N",
      split = ",",
      description = "examine these items only; otherwise all")
  private List<Integer> items = List.of();

  @Option(names = "--progress", description = "show the progress line even without a console")
  private boolean progress;

  /**
   * The command with what it needs.
   *
   * @param usualModel name of the model where none is asked for
   */
  public CaseExamineCommand(
      ModelRegistry registry,
      DetectorLoader loader,
      String usualModel,
      Versions versions,
      Actor actor,
      Cancellation cancellation,
      InstantSource clock) {
    this.registry = registry;
    this.loader = loader;
    this.usualModel = usualModel;
    this.versions = versions;
    this.actor = actor;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call()
      throws CaseException, ModelException, DeviceException, OutputException, NothingToDoException {
    String complaint = model.complaint();
    if (complaint != null) {
      throw new ParameterException(line(), complaint);
    }
    try (CaseFile open = OpenedCase.forChanges(file, actor)) {
      List<Long> exhibits = exhibits(open);
      RegisteredModel found = registry.open(model.modelOr(usualModel));
      try (Detector detector = loader.load(found, model.request())) {
        ExaminationRequest request = model.asked();
        open.queue().add(exhibits, request);
        List<Job> jobs =
            open.queue().jobs().stream()
                .filter(job -> job.request().equals(request) && exhibits.contains(job.exhibit()))
                .toList();
        BatchSummary summary = examine(open, found, detector, jobs);
        return report(open, summary);
      }
    }
  }

  private List<Long> exhibits(CaseFile open) throws CaseException, NothingToDoException {
    List<ExhibitRow> rows = open.exhibits().rows();
    List<Long> chosen =
        rows.stream()
            .filter(row -> items.isEmpty() || items.contains(row.item()))
            .map(ExhibitRow::id)
            .toList();
    if (chosen.isEmpty()) {
      throw new NothingToDoException(
          rows.isEmpty()
              ? "There is no exhibit in the case yet; case add takes files in."
              : "None of these items is in the case.");
    }
    return chosen;
  }

  private BatchSummary examine(
      CaseFile open, RegisteredModel found, Detector detector, List<Job> jobs)
      throws CaseException, OutputException {
    Examination examination =
        new Examination(
            detector,
            model.conditions(found.card(), detector, versions.program()),
            new VerdictRule(found.card()),
            versions,
            words(),
            clock);
    BatchLimits limits =
        BatchLimits.of(
            detector.batchSize(),
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory());
    try (CaseSink sink = open.queue().sink(jobs);
        ProgressLine shown =
            new ProgressLine(
                line().getErr(), ShownProgress.wanted(progress), cancellation, clock)) {
      return new Batch(examination, sink, limits).run(sink.files(), shown);
    }
  }

  private int report(CaseFile open, BatchSummary summary) throws CaseException {
    PrintWriter out = line().getOut();
    new CaseTable(out).print(open.exhibits().rows());
    out.println(
        "%d examined, %d already there, %d could not be examined, %d not reached."
            .formatted(summary.examined(), summary.kept(), summary.failed(), summary.notReached()));
    out.flush();
    if (summary.failed() == 0 && summary.notReached() == 0) {
      return ExitCodes.DONE;
    }
    return summary.examined() + summary.kept() > 0 ? ExitCodes.SOME_FAILED : ExitCodes.NOTHING_DONE;
  }

  /** The command line as it was typed, for the records. */
  private List<String> words() {
    CommandLine root = line();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    CommandLine.ParseResult parsed = root.getParseResult();
    List<String> words = new ArrayList<>(List.of(root.getCommandName()));
    words.addAll(parsed == null ? List.of() : parsed.originalArgs());
    return words;
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
