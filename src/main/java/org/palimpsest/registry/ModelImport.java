package org.palimpsest.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.palimpsest.registry.format.CheckpointFile;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.FormatException;
import org.palimpsest.registry.format.TensorDifferences;
import org.palimpsest.registry.format.TensorFile;
import org.palimpsest.tasks.Progress;

/** Makes a model of a checkpoint from elsewhere. */
public final class ModelImport {
  private final UserModels models;
  private final Architecture network;
  private final String program;
  private final InstantSource clock;

  /**
   * Imports into a folder.
   *
   * @param models where the model goes
   * @param network what checkpoints must fit
   * @param program this program with its version, for the card
   */
  public ModelImport(UserModels models, Architecture network, String program, InstantSource clock) {
    this.models = models;
    this.network = network;
    this.program = program;
    this.clock = clock;
  }

  /**
   * Imports a checkpoint of the whole network. Its digest is compared before it is opened.
   *
   * @param progress told the number of tensors written; cancelled, nothing is left behind
   * @throws ModelException in every case in which there is no new model
   */
  public RegisteredModel checkpoint(Path file, ImportRequest request, Progress progress)
      throws ModelException {
    models.requireFree(request.name(), request.replace());
    SourceFile source = SourceFile.of(file, request.sha256());
    try (CheckpointFile tensors = CheckpointFile.open(file)) {
      Configuration configuration = request.configuration();
      if (configuration == null) {
        configuration = published(file, tensors);
      }
      List<ExpectedTensor> expected = network.tensors(configuration);
      StrictMatch.check("The weights " + file, tensors, expected);
      tensors.verify();
      return publish(
          ImportedCard.ofCheckpoint(
              request, configuration, source, form(tensors), program, today()),
          new ImportedTensors(expected, progress)
              .from(tensor -> tensors.tensor(tensor.name()).floats(), lossless(tensors)),
          request.replace());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private Configuration published(Path file, TensorFile tensors)
      throws ModelException, FormatException {
    String differences = "";
    for (Configuration published : network.published()) {
      TensorDifferences found = StrictMatch.differences(tensors, network.tensors(published));
      if (found.isEmpty()) {
        return published;
      }
      differences = found.summary();
    }
    throw new ModelException(
        "MOD-32",
        ("The weights %s are not of a published size, and head counts and windows are not in them:"
                + " --config FILE must state them. Against the published size: %s.")
            .formatted(file, differences));
  }

  /** The format of the file and where in it the tensors were. */
  private static String form(CheckpointFile tensors) {
    return tensors.within().isEmpty()
        ? tensors.format().toString()
        : "%s, tensors under \"%s\"".formatted(tensors.format(), tensors.within());
  }

  /** The type that keeps every value: half precision only where all is, otherwise fp32. */
  private static DType lossless(TensorFile file) throws FormatException {
    for (String name : file.names()) {
      if (file.type(name).dtype() != DType.F16) {
        return DType.F32;
      }
    }
    return DType.F16;
  }

  RegisteredModel publish(ModelCard card, WeightsWriter weights, boolean replace)
      throws ModelException {
    try {
      return Publication.publish(models.root(), card, weights, replace);
    } catch (CancellationException e) {
      throw new ModelException("MOD-34", "Stopped; no model was made.", e);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof FormatException format
          ? new ModelException(format.code(), String.valueOf(format.getMessage()), e)
          : new ModelException("MOD-31", "The checkpoint cannot be read.", e);
    }
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Says what the reader of the format says, under its code. */
  static ModelException unreadable(Path file, IOException e) {
    return e instanceof FormatException format
        ? new ModelException(format.code(), String.valueOf(format.getMessage()), e)
        : new ModelException("MOD-31", "%s is missing or cannot be read.".formatted(file), e);
  }
}
