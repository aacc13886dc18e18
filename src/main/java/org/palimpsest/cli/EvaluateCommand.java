package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.DetectorLoader;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.evaluation.AreaRule;
import org.palimpsest.evaluation.Evaluation;
import org.palimpsest.evaluation.Localizer;
import org.palimpsest.evaluation.Measured;
import org.palimpsest.evaluation.TestImage;
import org.palimpsest.evaluation.TestSets;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.vision.Detector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how well a model localizes and how often it raises a false alarm. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a model on pictures whose truth is known: localization on edited ones, false",
      "alarms on authentic ones, each as is, after JPEG quality 75, and after x0.6 and quality 85."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all done",
      "1:some pictures could not be measured",
      "2:nothing could be measured"
    })
public final class EvaluateCommand implements Callable<Integer> {
  private final ModelRegistry registry;
  private final DetectorLoader loader;
  private final Cancellation cancellation;
  private final InstantSource clock;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private EvaluateOptions options = new EvaluateOptions();

  /**
   * The command with what it needs.
   *
   * @param cancellation requested when the process is to end
   */
  public EvaluateCommand(
      ModelRegistry registry,
      DetectorLoader loader,
      Cancellation cancellation,
      InstantSource clock) {
    this.registry = registry;
    this.loader = loader;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, ModelException, DeviceException, NothingToDoException {
    if (spec == null) {
      throw new IllegalStateException("The command runs below a command line only");
    }
    String complaint = options.complaint();
    if (complaint != null) {
      throw new ParameterException(spec.commandLine(), complaint);
    }
    List<TestImage> images = new ArrayList<>();
    for (Path folder : options.edits()) {
      images.addAll(TestSets.edited(folder));
    }
    for (Path folder : options.authentic()) {
      images.addAll(TestSets.authentic(folder));
    }
    Files.createDirectories(options.out());
    RegisteredModel model = registry.open(options.model());
    PrintWriter out = spec.commandLine().getOut();
    List<String> failures;
    Evaluation evaluation;
    try (Detector detector = loader.load(model, options.request());
        ProgressLine line =
            new ProgressLine(
                spec.commandLine().getErr(), options.showsProgress(), cancellation, clock)) {
      boolean tiles = options.modeOr(model.card()) == InputMode.TILES;
      MeasuringRun run = new MeasuringRun(new Localizer(detector, tiles, detector.inputSize() / 4));
      List<Measured> measured = run.run(images, line);
      failures = run.failures();
      evaluation =
          new Evaluation(
              measured.stream().filter(one -> one.image().edited()).toList(),
              measured.stream().filter(one -> !one.image().edited()).toList());
    }
    if (cancellation.isRequested()) {
      throw new NothingToDoException("Stopped before every picture was measured.");
    }
    write(model, evaluation, out);
    failures.forEach(failure -> out.println("not measured  " + VisibleName.of(failure)));
    out.flush();
    return failures.isEmpty() ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
  }

  private void write(RegisteredModel model, Evaluation evaluation, PrintWriter out)
      throws IOException, ModelException, NothingToDoException {
    if (evaluation.edited().isEmpty() && evaluation.authentic().isEmpty()) {
      throw new NothingToDoException("None of the pictures could be measured.");
    }
    EvaluationTable table = new EvaluationTable(evaluation);
    List<String> lines = new ArrayList<>(table.localization());
    if (!evaluation.edited().isEmpty() && !evaluation.unseen().isEmpty()) {
      AreaRule rule = evaluation.rule(options.falseAlarms());
      lines.addAll(table.detection(rule));
      if (options.updatesCard()) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ModelRegistry.replaceCard(
            model,
            model
                .card()
                .measured(
                    List.of(evaluation.operatingPoint(rule, day)), null, evaluation.figures(rule)));
        lines.add("The model's card was updated.");
      }
    }
    lines.forEach(out::println);
    save("summary.txt", String.join("\n", lines) + "\n");
    save("pictures.csv", table.csv());
  }

  private void save(String name, String text) throws IOException {
    AtomicFile.write(options.out().resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
