package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.palimpsest.registry.Architecture;
import org.palimpsest.registry.Catalogue;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.ExpectedTensor;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelAssembly;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelCheck;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelImport;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.registry.UserModels;
import org.palimpsest.registry.download.Download;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsWriter;
import org.palimpsest.registry.format.TensorSource;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.vision.MaskClipArchitecture;
import org.palimpsest.vision.maskclip.Golden;
import org.palimpsest.vision.maskclip.TinyModel;

/** The verbs below {@code models} in folders of their own, with a person who answers as told. */
final class ModelsTerminal {
  static final Path GOLDEN = Path.of("src/test/resources/golden");

  final Path embedded;
  final Path own;
  final Path downloads;
  final Path config;
  final ModelRegistry registry;
  Catalogue catalogue = new Catalogue(List.of());

  /** What the person will answer; null: there is none. */
  @Nullable String answer;

  /** Whether the tiny size is recognised by its shapes, as the published one is. */
  boolean tinyIsPublished;

  private final List<String> asked = new ArrayList<>();

  record Run(int code, String out, String err) {}

  ModelsTerminal(Path folder) throws IOException {
    embedded = folder.resolve("embedded");
    own = folder.resolve("own");
    downloads = folder.resolve("downloads");
    config = folder.resolve("tiny.json");
    registry = new ModelRegistry(List.of(embedded, own));
    Files.writeString(config, Configuration.of(TinyModel.config()).toString());
  }

  /** A tiny model as published by a training. */
  RegisteredModel publish(Path root, String name) throws ModelException {
    return ModelRegistry.publish(root, card(name), file -> write(file, golden()));
  }

  static ModelCard card(String name) {
    return new ModelCard(
        name,
        "Tiny",
        "For tests.",
        Configuration.of(TinyModel.config()),
        "",
        "a test",
        "none",
        "nothing",
        "as usual",
        InputMode.WHOLE,
        "fp32",
        List.of(),
        null,
        List.of(),
        List.of("It detects nothing."),
        List.of("MaskCLIP, CVPR 2025"),
        false);
  }

  /** The tiny reference weights. */
  static SequencedMap<String, TensorSource> golden() {
    SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, Golden.Tensor> tensor :
        Golden.read("tiny_maskclip.safetensors").byName().entrySet()) {
      tensors.put(
          tensor.getKey(), TensorSource.of(tensor.getValue().shape(), tensor.getValue().floats()));
    }
    return tensors;
  }

  static Path write(Path file, SequencedMap<String, TensorSource> tensors) throws IOException {
    SafetensorsWriter.write(file, tensors, new LinkedHashMap<>(), DType.F32);
    return file;
  }

  Run run(String... words) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
    Cancellation cancellation = new Cancellation();
    Architecture network = new TinyIsPublished(tinyIsPublished);
    UserModels models = new UserModels(registry, own);
    ModelImport importer = new ModelImport(models, network, "Palimpsest test", clock);
    Answers answers = new Person();
    ModelsCommand group =
        new ModelsCommand(
            List.of(
                new ModelsListCommand(registry, catalogue),
                new ModelsShowCommand(registry),
                new ModelsImportCommand(
                    importer,
                    new ModelAssembly(importer, models, network, "Palimpsest test"),
                    answers,
                    cancellation,
                    clock),
                new ModelsVerifyCommand(registry, new ModelCheck(network)),
                new ModelsRemoveCommand(models, answers),
                new ModelsFetchCommand(
                    catalogue,
                    new Download(),
                    downloads,
                    models,
                    importer,
                    answers,
                    cancellation,
                    clock)));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new Terminal("test", List.of(group))
            .writingTo(new PrintWriter(out, true), new PrintWriter(err, true))
            .run(words);
    return new Run(code, out.toString(), err.toString());
  }

  private record TinyIsPublished(boolean tiny) implements Architecture {
    @Override
    public List<ExpectedTensor> tensors(Configuration configuration) throws ModelException {
      return new MaskClipArchitecture().tensors(configuration);
    }

    @Override
    public List<Configuration> published() {
      return tiny
          ? List.of(Configuration.of(TinyModel.config()))
          : new MaskClipArchitecture().published();
    }
  }

  private final class Person implements Answers {
    @Override
    public boolean isSomebodyThere() {
      return answer != null;
    }

    @Override
    public Optional<String> line() {
      asked.add("asked");
      return Optional.ofNullable(answer);
    }
  }

  /** How often the person was asked. */
  int timesAsked() {
    return asked.size();
  }
}
