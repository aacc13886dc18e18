package org.palimpsest.registry;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models below some root folders, each in a folder of its own. Looks afresh at every call.
 *
 * @param roots searched in order; of two models with one name the first is taken; a root that does
 *     not exist holds no models
 */
public record ModelRegistry(List<Path> roots) {
  public ModelRegistry {
    roots = List.copyOf(roots);
  }

  /**
   * What was found.
   *
   * @param models by root, then by name
   * @param unreadable what is wrong with the folders that look like a model but are none
   */
  public record Listing(List<RegisteredModel> models, List<ModelException> unreadable) {}

  /** All models; their weights are not verified. */
  public Listing list() throws ModelException {
    Map<String, RegisteredModel> models = new LinkedHashMap<>();
    List<ModelException> unreadable = new ArrayList<>();
    for (Path root : roots) {
      for (Path folder : folders(root)) {
        try {
          RegisteredModel model = inPlace(folder);
          models.putIfAbsent(model.card().name(), model);
        } catch (ModelException e) {
          unreadable.add(e);
        }
      }
    }
    return new Listing(List.copyOf(models.values()), List.copyOf(unreadable));
  }

  /**
   * The model of that name, weights not verified.
   *
   * @throws ModelException if there is none, or its card cannot be used
   */
  public RegisteredModel find(String name) throws ModelException {
    for (Path root : roots) {
      for (Path folder : folders(root)) {
        if (folder.getFileName().toString().equals(name)) {
          return inPlace(folder);
        }
      }
    }
    List<String> known = list().models().stream().map(model -> model.card().name()).toList();
    throw new ModelException(
        "MOD-01",
        known.isEmpty()
            ? "There is no model named \"%s\", nor any other in %s.".formatted(name, roots)
            : "There is no model named \"%s\"; there are: %s."
                .formatted(name, String.join(", ", known)));
  }

  /** The model of that name after its weights were compared with the card's SHA-256. */
  public RegisteredModel open(String name) throws ModelException {
    return find(name).verify();
  }

  /**
   * Adds a model: it appears in the root folder whole or not at all.
   *
   * @param root folder to publish into; created if need be
   * @param card its {@code weightsSha256} is filled in from the written file
   * @param writer writes {@code model.safetensors} to the path it is given
   * @throws ModelException if the name is taken or the model cannot be written
   */
  public static RegisteredModel publish(Path root, ModelCard card, WeightsWriter writer)
      throws ModelException {
    return Publication.publish(root, card, writer, false);
  }

  /**
   * Replaces a model's card, for example after it was measured; the weights stay.
   *
   * @param card of the same name and weights
   */
  public static RegisteredModel replaceCard(RegisteredModel model, ModelCard card)
      throws ModelException {
    return Publication.replaceCard(model, card);
  }

  private static RegisteredModel inPlace(Path folder) throws ModelException {
    RegisteredModel model = RegisteredModel.read(folder);
    if (!folder.getFileName().toString().equals(model.card().name())) {
      throw new ModelException(
          "MOD-09",
          "The model in %s calls itself \"%s\"; folder and name must agree."
              .formatted(folder, model.card().name()));
    }
    return model;
  }

  private static List<Path> folders(Path root) throws ModelException {
    List<Path> folders = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      return folders;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
      for (Path entry : entries) {
        // A dot marks a publication under way, or one that was cut short.
        if (Files.isDirectory(entry) && !entry.getFileName().toString().startsWith(".")) {
          folders.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new ModelException("MOD-10", "The models in %s cannot be listed.".formatted(root), e);
    }
    folders.sort(null);
    return folders;
  }
}
