package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.DetectorLoader;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.evaluation.CardFigures;
import org.palimpsest.evaluation.Comparison;
import org.palimpsest.evaluation.Evaluation;
import org.palimpsest.evaluation.EvaluationResult;
import org.palimpsest.evaluation.FigureTable;
import org.palimpsest.evaluation.FigureTableException;
import org.palimpsest.evaluation.Localizer;
import org.palimpsest.evaluation.Measurements;
import org.palimpsest.evaluation.MeasuringRun;
import org.palimpsest.evaluation.RunFacts;
import org.palimpsest.evaluation.data.DataSet;
import org.palimpsest.evaluation.data.DataSetException;
import org.palimpsest.evaluation.data.Unusable;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.report.evaluation.EvaluationFolder;
import org.palimpsest.report.evaluation.Gallery;
import org.palimpsest.report.evaluation.SummaryText;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.Detector;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how well a model localizes and detects, and how often it raises a false alarm. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a model on pictures whose truth is known: the OpenSDID protocol, localization",
      "without a threshold, detection and false alarms, each as is, after JPEG quality 75, and",
      "after x0.6 and quality 85, with 95 %% intervals."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all done",
      "1:some pictures could not be measured",
      "2:nothing could be measured",
      "130:stopped by Ctrl-C; nothing was written"
    })
public final class EvaluateCommand implements Callable<Integer> {
  private final ModelRegistry registry;
  private final DetectorLoader loader;
  private final String program;
  private final Cancellation cancellation;
  private final InstantSource clock;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private EvaluateOptions options = new EvaluateOptions();

  /**
   * The command with what it needs.
   *
   * @param program name and version, for the record
   * @param cancellation requested when the process is to end
   */
  public EvaluateCommand(
      ModelRegistry registry,
      DetectorLoader loader,
      String program,
      Cancellation cancellation,
      InstantSource clock) {
    this.registry = registry;
    this.loader = loader;
    this.program = program;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call()
      throws IOException,
          ModelException,
          DeviceException,
          NothingToDoException,
          DataSetException,
          FigureTableException {
    String complaint = options.complaint();
    if (complaint != null) {
      throw new ParameterException(commandLine(), complaint);
    }
    DataSet set = options.dataSet();
    Path baseline = options.baseline();
    FigureTable other = baseline == null ? null : FigureTable.read(baseline);
    EvaluationFolder folder = EvaluationFolder.open(options.out());
    RegisteredModel model = registry.open(options.model());
    EvaluationResult result;
    Gallery gallery;
    try (Detector detector = loader.load(model, options.request())) {
      InputMode mode = options.modeOr(model.card());
      Localizer localizer =
          new Localizer(detector, mode == InputMode.TILES, detector.inputSize() / 4);
      try (ProgressLine line = progressLine()) {
        Measurements measurements = measure(localizer, set, line);
        result =
            EvaluationResult.of(
                facts(model, mode, detector),
                measurements,
                other == null || baseline == null
                    ? null
                    : comparison(measurements, other, baseline));
        gallery = Gallery.of(result, localizer, line);
      }
    }
    return conclude(model, folder, result, gallery);
  }

  private ProgressLine progressLine() {
    return new ProgressLine(
        commandLine().getErr(), ShownProgress.wanted(options.showsProgress()), cancellation, clock);
  }

  private static Measurements measure(Localizer localizer, DataSet set, Progress progress)
      throws NothingToDoException {
    Measurements measurements = new MeasuringRun(localizer).run(set, progress);
    if (!measurements.complete()) {
      throw new NothingToDoException("Stopped before every picture was measured.");
    }
    if (measurements.measured().isEmpty()) {
      Unusable first = measurements.unusable().getFirst();
      throw new NothingToDoException(
          "None of the pictures could be measured; the first is %s: %s"
              .formatted(first.file(), first.reason()));
    }
    return measurements;
  }

  private Comparison comparison(Measurements measurements, FigureTable other, Path baseline) {
    return Comparison.of(
        baseline.toString(),
        FigureTable.of(Evaluation.of(measurements.measured()).edited()),
        other,
        options.families(),
        options.bootstrap());
  }

  private RunFacts facts(RegisteredModel model, InputMode mode, Detector detector) {
    return new RunFacts(
        model.card().name(),
        model.card().weightsSha256(),
        mode,
        detector.device(),
        detector.precision(),
        program,
        String.join(" ", TypedCommand.of(commandLine())),
        clock.instant(),
        options.falseAlarms(),
        options.mostMisses(),
        options.bootstrap());
  }

  private int conclude(
      RegisteredModel model, EvaluationFolder folder, EvaluationResult result, Gallery gallery)
      throws IOException, ModelException {
    List<String> more = new ArrayList<>();
    if (options.updatesCard()) {
      more.add(updateCard(model, result));
    }
    for (Unusable one : result.measurements().unusable()) {
      more.add(
          "not measured  %s: %s (%s)"
              .formatted(
                  VisibleName.of(one.file().toString()), VisibleName.of(one.reason()), one.code()));
    }
    Path page = folder.write(result, gallery, more);
    PrintWriter out = commandLine().getOut();
    SummaryText.of(result).forEach(out::println);
    more.forEach(out::println);
    out.println("Page: " + VisibleName.of(page.toString()));
    out.flush();
    return result.measurements().unusable().isEmpty() ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
  }

  private String updateCard(RegisteredModel model, EvaluationResult result) throws ModelException {
    if (result.point() == null) {
      return "The model's card was not updated: an operating point needs authentic pictures.";
    }
    if (result.facts().mode() != model.card().defaultMode()) {
      return "The model's card was not updated: its operating point counts in %s mode only."
          .formatted(model.card().defaultMode().name().toLowerCase(Locale.ROOT));
    }
    ModelRegistry.replaceCard(
        model,
        model
            .card()
            .measured(
                List.of(result.point()),
                result.envelope().envelope(),
                result.calibration().chosen(),
                CardFigures.of(result)));
    return "The model's card was updated.";
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("The command runs below a command line only");
    }
    return spec.commandLine();
  }
}
