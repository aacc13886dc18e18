package org.palimpsest.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.palimpsest.registry.format.CheckpointFile;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.TensorDifferences;
import org.palimpsest.tasks.Progress;

/**
 * Puts an untrained network together: pretrained parts from the checkpoints of other networks,
 * initial values for the rest.
 */
public final class ModelAssembly {
  private static final long SEED = 42;

  private final ModelImport models;
  private final UserModels place;
  private final Architecture network;
  private final String program;

  /**
   * Puts together what the import publishes.
   *
   * @param program this program with its version, for the card
   */
  public ModelAssembly(ModelImport models, UserModels place, Architecture network, String program) {
    this.models = models;
    this.place = place;
    this.network = network;
    this.program = program;
  }

  /**
   * Makes the model.
   *
   * @param parts the file of each part
   * @param request its digest is not used, its configuration stands for a published one
   * @throws ModelException in every case in which there is no new model
   */
  public RegisteredModel assemble(
      SequencedMap<PretrainedPart, Path> parts, ImportRequest request, Progress progress)
      throws ModelException {
    place.requireFree(request.name(), request.replace());
    Configuration configuration = request.configuration();
    if (configuration == null) {
      configuration = network.published().getFirst();
    }
    List<ExpectedTensor> expected = network.tensors(configuration);
    List<SourceFile> sources = new ArrayList<>();
    List<CheckpointFile> open = new ArrayList<>();
    Map<String, Pretrained> pretrained = new LinkedHashMap<>();
    try {
      for (Map.Entry<PretrainedPart, Path> part : parts.entrySet()) {
        sources.add(SourceFile.of(part.getValue(), null));
        CheckpointFile file = opened(part.getValue());
        open.add(file);
        pretrained.putAll(tensors(part.getKey(), part.getValue(), file, expected));
      }
      return models.publish(
          ImportedCard.ofParts(request, configuration, sources, SEED, program, models.today()),
          new ImportedTensors(expected, progress)
              .from(tensor -> values(tensor, pretrained), DType.F32),
          request.replace());
    } finally {
      open.forEach(CheckpointFile::close);
    }
  }

  /** A tensor under the name it has in its own checkpoint. */
  private record Pretrained(CheckpointFile file, String name) {}

  private static float[] values(ExpectedTensor tensor, Map<String, Pretrained> pretrained)
      throws IOException {
    Pretrained given = pretrained.get(tensor.name());
    return given == null
        ? tensor.initial().apply(SEED)
        : given.file().tensor(given.name()).floats();
  }

  private static CheckpointFile opened(Path file) throws ModelException {
    try {
      return CheckpointFile.open(file);
    } catch (IOException e) {
      throw ModelImport.unreadable(file, e);
    }
  }

  private static Map<String, Pretrained> tensors(
      PretrainedPart part, Path path, CheckpointFile file, List<ExpectedTensor> expected)
      throws ModelException {
    List<ExpectedTensor> demanded =
        expected.stream()
            .filter(tensor -> tensor.name().startsWith(part.prefix()))
            .map(tensor -> tensor.named(tensor.name().substring(part.prefix().length())))
            .filter(tensor -> !part.initialised().test(tensor.name()))
            .toList();
    try {
      TensorDifferences all = StrictMatch.differences(file, demanded);
      List<String> surplus = all.surplus().stream().filter(part.ignored().negate()).toList();
      StrictMatch.requireNone(
          "The %s weights %s".formatted(part.title(), path),
          new TensorDifferences(all.missing(), surplus, all.misshapen()));
      file.verify();
    } catch (IOException e) {
      throw ModelImport.unreadable(path, e);
    }
    Map<String, Pretrained> tensors = new LinkedHashMap<>();
    for (ExpectedTensor tensor : demanded) {
      tensors.put(part.prefix() + tensor.name(), new Pretrained(file, tensor.name()));
    }
    return tensors;
  }
}
