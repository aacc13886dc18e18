package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.ImportRequest;
import org.palimpsest.registry.ModelAssembly;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelImport;
import org.palimpsest.registry.PretrainedPart;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.vision.MaskClipArchitecture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a model of a checkpoint, or an untrained one of the weights of CLIP and MAE. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a model of a checkpoint of the whole network, or an untrained one of the weights of",
      "CLIP and MAE. Every tensor must be there with the right shape, and no other."
    })
public final class ModelsImportCommand implements Callable<Integer> {
  private final ModelImport models;
  private final ModelAssembly assembly;
  private final Answers console;
  private final Cancellation cancellation;
  private final InstantSource clock;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private ImportOptions options = new ImportOptions();

  /**
   * The command with what it needs.
   *
   * @param console tells whether somebody watches
   * @param cancellation requested when the process is to end
   */
  public ModelsImportCommand(
      ModelImport models,
      ModelAssembly assembly,
      Answers console,
      Cancellation cancellation,
      InstantSource clock) {
    this.models = models;
    this.assembly = assembly;
    this.console = console;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call() throws ModelException {
    if (spec == null) {
      throw new IllegalStateException("The command runs below a command line only");
    }
    String complaint = options.complaint();
    if (complaint != null) {
      throw new ParameterException(spec.commandLine(), complaint);
    }
    ImportRequest request = options.request();
    RegisteredModel model;
    try (ProgressLine line =
        new ProgressLine(
            spec.commandLine().getErr(),
            options.showsProgress() || console.isSomebodyThere(),
            cancellation,
            clock)) {
      Path file = options.file();
      model =
          file == null
              ? assembly.assemble(parts(), request, line)
              : models.checkpoint(file, request, line);
    }
    PrintWriter out = spec.commandLine().getOut();
    print(out, model);
    if (options.file() == null) {
      out.println("It is untrained: what it answers means nothing.");
    }
    out.flush();
    return ExitCodes.DONE;
  }

  private SequencedMap<PretrainedPart, Path> parts() {
    SequencedMap<PretrainedPart, Path> parts = new LinkedHashMap<>();
    parts.put(MaskClipArchitecture.CLIP, options.clip());
    parts.put(MaskClipArchitecture.MAE, options.mae());
    return parts;
  }

  /** What became of an import. */
  static void print(PrintWriter out, RegisteredModel model) {
    out.println(
        "Imported %s into %s."
            .formatted(model.card().name(), VisibleName.of(model.folder().toString())));
    out.println("SHA-256 of its weights: " + model.card().weightsSha256());
    out.println("It has no operating point: every outcome is inconclusive.");
  }
}
