package org.palimpsest.registry;

import java.io.IOException;
import java.nio.file.Path;
import org.palimpsest.evidence.Sha256;

/**
 * A model on disk: a folder with a card and weights.
 *
 * @param folder holds {@code card.json} and {@code model.safetensors}
 * @param card what is known of it
 */
public record RegisteredModel(Path folder, ModelCard card) {
  static final String WEIGHTS = "model.safetensors";

  /**
   * Reads the card of a model folder, wherever it lies; the weights are not looked at.
   *
   * @throws ModelException if the card is missing, malformed or belongs to unpublished weights
   */
  public static RegisteredModel read(Path folder) throws ModelException {
    Path file = folder.resolve(CardFile.NAME);
    ModelCard card = CardFile.read(file);
    if (card.weightsSha256().isEmpty()) {
      throw new ModelException(
          "MOD-03", "%s is not a valid model card: weights_sha256 is empty.".formatted(file));
    }
    return new RegisteredModel(folder, card);
  }

  /** The checkpoint. */
  public Path weights() {
    return folder.resolve(WEIGHTS);
  }

  /**
   * Makes sure that the weights are those the card speaks of.
   *
   * @return this model
   * @throws ModelException if the SHA-256 differs or the weights cannot be read
   */
  public RegisteredModel verify() throws ModelException {
    String found;
    try {
      found = Sha256.of(weights()).hex();
    } catch (IOException e) {
      throw new ModelException(
          "MOD-04", "The weights %s are missing or cannot be read.".formatted(weights()), e);
    }
    if (!found.equals(card.weightsSha256())) {
      throw new ModelException(
          "MOD-05",
          "The weights %s are not those of the model card: SHA-256 %s, expected %s."
              .formatted(weights(), found, card.weightsSha256()));
    }
    return this;
  }
}
