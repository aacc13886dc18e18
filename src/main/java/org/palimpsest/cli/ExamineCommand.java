package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Batch;
import org.palimpsest.casework.BatchLimits;
import org.palimpsest.casework.BatchSummary;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.DetectorLoader;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.casework.Examination;
import org.palimpsest.casework.ExhibitFinder;
import org.palimpsest.casework.FailedItem;
import org.palimpsest.casework.Listing;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.RobustnessCheck;
import org.palimpsest.casework.VerdictRule;
import org.palimpsest.casework.Versions;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.report.PageFacts;
import org.palimpsest.report.ResultsFolder;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.vision.Detector;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Examines pictures and writes overlays, maps, tables and a page into a folder. */
@Command(
    name = "examine",
    mixinStandardHelpOptions = true,
    description = {
      "Examines pictures for edits by diffusion models and shows where.",
      "A second run into the same folder continues; Ctrl-C finishes the image in hand."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all done",
      "1:some files were not examined; their rows say why, or they were not reached",
      "2:nothing could be done",
      "130:stopped by Ctrl-C; what was finished is kept"
    })
public final class ExamineCommand implements Callable<Integer> {
  private final ModelRegistry registry;
  private final DetectorLoader loader;
  private final String usualModel;
  private final Versions versions;
  private final Cancellation cancellation;
  private final InstantSource clock;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private ExamineOptions options = new ExamineOptions();

  /**
   * The command with what it needs.
   *
   * @param usualModel name of the model where none is asked for
   * @param versions the running software, for the records
   * @param cancellation requested when the process is to end
   */
  public ExamineCommand(
      ModelRegistry registry,
      DetectorLoader loader,
      String usualModel,
      Versions versions,
      Cancellation cancellation,
      InstantSource clock) {
    this.registry = registry;
    this.loader = loader;
    this.usualModel = usualModel;
    this.versions = versions;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call()
      throws ModelException, DeviceException, OutputException, NothingToDoException {
    String complaint = options.complaint();
    if (complaint != null) {
      throw new ParameterException(commandLine(), complaint);
    }
    Listing listing = new ExhibitFinder(options.out(), clock).find(options.paths());
    List<Path> files = options.limited(listing.files());
    if (files.isEmpty()) {
      throw nothing(listing);
    }
    RegisteredModel found = registry.open(options.model().modelOr(usualModel));
    // The folder first: loading a model for a folder that cannot be written would be lost time.
    try (ResultsFolder folder = ResultsFolder.open(options.out());
        Detector detector = loader.load(found, options.model().request())) {
      // Only now: a run that cannot begin must not cost earlier results.
      if (options.isFresh()) {
        folder.clear();
      }
      return examine(found.card(), detector, folder, listing, files);
    }
  }

  private NothingToDoException nothing(Listing listing) {
    if (listing.problems().isEmpty()) {
      return new NothingToDoException(
          "There is no picture (JPEG, PNG, TIFF, WebP, GIF, BMP, PSD, HEIC, AVIF) in %s; %d other files are there."
              .formatted(String.join(", ", options.paths()), listing.leftOut()));
    }
    FailedItem first = listing.problems().getFirst();
    return new NothingToDoException("%s: %s".formatted(first.path(), first.reason()));
  }

  private int examine(
      ModelCard card, Detector detector, ResultsFolder folder, Listing listing, List<Path> files)
      throws OutputException {
    Conditions conditions = options.model().conditions(card, detector, versions.program());
    VerdictRule rule = new VerdictRule(card);
    Examination examination =
        new Examination(
            detector, conditions, rule, versions, TypedCommand.of(commandLine()), clock);
    for (FailedItem problem : listing.problems()) {
      folder.failed(problem);
    }
    BatchLimits limits =
        BatchLimits.of(
            detector.batchSize(),
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory());
    BatchSummary summary;
    try (ProgressLine line =
        new ProgressLine(
            commandLine().getErr(),
            ShownProgress.wanted(options.showsProgress()),
            cancellation,
            clock)) {
      RobustnessCheck check = null;
      if (options.triesVariants()) {
        check = new RobustnessCheck(detector, conditions, rule);
        folder.requireRobustness();
      }
      summary = new Batch(examination, folder, limits, check).run(files, line);
    }
    Path page = folder.conclude(new PageFacts(card, clock.instant(), summary.notReached()));
    PrintWriter out = commandLine().getOut();
    new ResultTable(out).print(folder.rows());
    int failures = summary.failed() + listing.problems().size();
    out.println(words(summary, failures, listing.leftOut()));
    out.println("Page: " + VisibleName.of(page.toString()));
    out.flush();
    if (failures == 0 && summary.notReached() == 0) {
      return ExitCodes.DONE;
    }
    return summary.examined() + summary.kept() > 0 ? ExitCodes.SOME_FAILED : ExitCodes.NOTHING_DONE;
  }

  private static String words(BatchSummary summary, int failures, int leftOut) {
    StringBuilder words = new StringBuilder();
    words.append("%d examined".formatted(summary.examined()));
    words.append(summary.kept() > 0 ? ", %d already there".formatted(summary.kept()) : "");
    words.append(failures > 0 ? ", %d could not be examined".formatted(failures) : "");
    words.append(
        summary.notReached() > 0
            ? ", %d not reached: the same command continues".formatted(summary.notReached())
            : "");
    words.append(leftOut > 0 ? "; %d other files left out".formatted(leftOut) : "");
    return words.append('.').toString();
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("The command runs below a command line only");
    }
    return spec.commandLine();
  }
}
