package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.training.StartingPoint;
import org.palimpsest.training.SynthesisCard;
import org.palimpsest.training.SynthesisTraining;
import org.palimpsest.training.TrainingControl;
import org.palimpsest.training.TrainingPlan;
import org.palimpsest.training.data.PhotoLibrary;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains the compact network from authentic photographs, on synthesised edits. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the compact network from authentic photographs alone: edits are synthesised.",
      "Ctrl-C saves the state; the same command continues. A finished model can be published,",
      "but makes no statements before it was measured (see evaluate)."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all done",
      "1:done, but some photographs could not be read",
      "2:nothing could be done, or the training cannot go on",
      "130:stopped by Ctrl-C; the state is saved"
    })
public final class TrainCommand implements Callable<Integer> {
  private final String program;
  private final ModelRegistry registry;
  private final Cancellation cancellation;
  private final InstantSource clock;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private TrainOptions options = new TrainOptions();

  /**
   * The command with what it needs.
   *
   * @param program this program with its version, for the card
   * @param registry models to start from
   * @param cancellation requested when the process is to end
   */
  public TrainCommand(
      String program, ModelRegistry registry, Cancellation cancellation, InstantSource clock) {
    this.program = program;
    this.registry = registry;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, ModelException, NothingToDoException {
    if (spec == null) {
      throw new IllegalStateException("The command runs below a command line only");
    }
    String complaint = options.complaint();
    if (complaint != null) {
      throw new ParameterException(spec.commandLine(), complaint);
    }
    if (!Files.isDirectory(options.photos())) {
      throw new NothingToDoException("%s is not a folder.".formatted(options.photos()));
    }
    PrintWriter out = spec.commandLine().getOut();
    PhotoLibrary library =
        PhotoLibrary.load(
            options.photos(), TrainCommand::pixels, options.seed(), options.memoryBytes());
    library
        .skipped()
        .forEach(
            (file, reason) ->
                out.println("not used  %s  %s".formatted(VisibleName.of(file.toString()), reason)));
    out.println("%d photographs".formatted(library.size()));
    out.flush();
    StartingPoint start = new StartingPoint.Drawn(options.seed());
    MaskClipConfig config = MaskClipConfig.compact();
    String from = options.startFrom();
    if (from != null) {
      RegisteredModel model = registry.open(from);
      config = model.card().configuration(MaskClipConfig.class);
      start = new StartingPoint.OfModel(model);
    }
    TrainingPlan plan = options.plan(config);
    SynthesisTraining training =
        new SynthesisTraining(library, options.work(), options.autoencoderSteps());
    StepLog log = new StepLog(out, clock);
    boolean complete;
    try (ProgressLine line =
        new ProgressLine(
            spec.commandLine().getErr(), options.showsProgress(), cancellation, clock)) {
      complete = training.run(plan, options.ramp(), start, log, new TrainingControl(line));
    }
    if (!complete) {
      out.println("Stopped; the same command continues.");
      out.flush();
      return ExitCodes.DONE;
    }
    publish(training, plan, start, library, out);
    out.flush();
    return library.skipped().isEmpty() ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
  }

  private void publish(
      SynthesisTraining training,
      TrainingPlan plan,
      StartingPoint start,
      PhotoLibrary library,
      PrintWriter out)
      throws ModelException {
    Path root = options.publish();
    if (root == null) {
      out.println("Trained; --publish DIR makes a model of it.");
      return;
    }
    ModelCard card =
        SynthesisCard.of(
            options.name(),
            options.licence(),
            plan,
            start,
            library,
            options.origin(),
            program,
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    RegisteredModel model = training.publish(root, card, plan);
    out.println(
        "Published %s. It has no operating point yet: every outcome is inconclusive."
            .formatted(VisibleName.of(model.folder().toString())));
  }

  private static RgbImage pixels(Path file) throws IOException {
    try {
      return ImageDecoder.decode(Evidence.take(file).bytes()).pixels();
    } catch (EvidenceException | DecodeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
