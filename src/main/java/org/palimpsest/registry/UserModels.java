package org.palimpsest.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The models that a user may add and remove.
 *
 * @param registry all models, those that come with the program too
 * @param root the folder that holds the user's own, one of the registry's
 */
public record UserModels(ModelRegistry registry, Path root) {
  /**
   * Makes sure that a model may be added under that name.
   *
   * @param replace whether one of the user's own may be there
   * @throws ModelException if it is no name, taken, or that of a model that comes with the program
   */
  public void requireFree(String name, boolean replace) throws ModelException {
    if (!ModelCard.isName(name)) {
      throw new ModelException(
          "MOD-11",
          "\"%s\" is no name for a model: lower-case letters, digits, dot, dash and underscore, at"
                  .formatted(name)
              + " most 64, a letter or digit first.");
    }
    for (Path other : registry.roots()) {
      if (!other.equals(root) && Files.exists(other.resolve(name))) {
        throw new ModelException(
            "MOD-07",
            "\"%s\" is the name of a model that comes with the program, in %s."
                .formatted(name, other));
      }
    }
    if (!replace && Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      throw new ModelException(
          "MOD-07",
          "A model named \"%s\" exists already in %s: replace or remove it.".formatted(name, root));
    }
  }

  /**
   * The folder of a model of the user's own.
   *
   * @throws ModelException if there is none, if it comes with the program, or if the folder holds
   *     more than a model
   */
  public Path removable(String name) throws ModelException {
    Path folder = root.resolve(name);
    // The name first: it must not lead elsewhere.
    if (!ModelCard.isName(name) || !Files.isDirectory(folder)) {
      RegisteredModel other = registry.find(name);
      throw new ModelException(
          "MOD-12",
          "\"%s\" comes with the program, in %s; only models in %s are removed."
              .formatted(name, other.folder(), root));
    }
    ModelFolder.requireNothingElseIn(folder);
    return folder;
  }

  /** Removes a model of the user's own: it is gone at once, then its files are deleted. */
  public void remove(String name) throws ModelException {
    Path folder = removable(name);
    Path away = Publication.hidden(folder);
    try {
      Files.move(folder, away, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ModelException("MOD-14", "%s cannot be removed.".formatted(folder), e);
    }
    try {
      ModelFolder.delete(away);
    } catch (IOException e) {
      throw new ModelException(
          "MOD-14", "The model is gone, but its files in %s cannot be deleted.".formatted(away), e);
    }
  }
}
