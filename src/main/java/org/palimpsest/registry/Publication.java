package org.palimpsest.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.registry.format.SafetensorsFile;

/** Puts a model into a root folder so that it is there whole or not at all. */
final class Publication {
  private Publication() {}

  /**
   * @param replace whether a model of the same name may be there; it stays until the new one is
   *     complete
   */
  static RegisteredModel publish(Path root, ModelCard card, WeightsWriter writer, boolean replace)
      throws ModelException {
    Path folder = root.resolve(card.name());
    boolean taken = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    if (taken && !replace) {
      throw new ModelException(
          "MOD-07", "A model named \"%s\" exists already in %s.".formatted(card.name(), root));
    }
    if (taken) {
      ModelFolder.requireNothingElseIn(folder);
    }
    Path partial = hidden(folder);
    try {
      Files.createDirectories(partial);
      try {
        Path weights = partial.resolve(RegisteredModel.WEIGHTS);
        writer.write(weights);
        // Refuses what could not be opened again.
        SafetensorsFile.open(weights).close();
        ModelCard published = card.withWeights(Sha256.of(weights).hex());
        AtomicFile.write(partial.resolve(CardFile.NAME), CardFile.bytes(published));
        if (taken) {
          exchange(partial, folder);
        } else {
          Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new RegisteredModel(folder, published);
      } finally {
        Files.deleteIfExists(partial.resolve(RegisteredModel.WEIGHTS));
        Files.deleteIfExists(partial.resolve(CardFile.NAME));
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  private static void exchange(Path partial, Path folder) throws IOException {
    Path former = hidden(folder);
    Files.move(folder, former, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(former, folder, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    ModelFolder.delete(former);
  }

  /** A name beside the folder that is no model's. */
  static Path hidden(Path folder) {
    return folder.resolveSibling("." + folder.getFileName() + "." + UUID.randomUUID());
  }

  static RegisteredModel replaceCard(RegisteredModel model, ModelCard card) throws ModelException {
    if (!card.name().equals(model.card().name())
        || !card.weightsSha256().equals(model.card().weightsSha256())) {
      throw new IllegalArgumentException("The card speaks of another model: " + card.name());
    }
    Path file = model.folder().resolve(CardFile.NAME);
    try {
      AtomicFile.write(file, CardFile.bytes(card));
      return new RegisteredModel(model.folder(), card);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static ModelException cannotWrite(Path target, IOException e) {
    return new ModelException("MOD-08", "The model cannot be written to %s.".formatted(target), e);
  }
}
