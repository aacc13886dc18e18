package org.palimpsest.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.registry.format.SafetensorsFile;

/** Puts a model into a root folder so that it is there whole or not at all. */
final class Publication {
  private Publication() {}

  static RegisteredModel publish(Path root, ModelCard card, WeightsWriter writer)
      throws ModelException {
    Path folder = root.resolve(card.name());
    if (Files.exists(folder)) {
      throw new ModelException(
          "MOD-07", "A model named \"%s\" exists already in %s.".formatted(card.name(), root));
    }
    Path partial = root.resolve("." + card.name() + "." + UUID.randomUUID());
    try {
      Files.createDirectories(partial);
      try {
        Path weights = partial.resolve(RegisteredModel.WEIGHTS);
        writer.write(weights);
        // Refuses what could not be opened again.
        SafetensorsFile.open(weights).close();
        ModelCard published = card.withWeights(Sha256.of(weights).hex());
        Files.write(partial.resolve(CardFile.NAME), CardFile.bytes(published));
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
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
