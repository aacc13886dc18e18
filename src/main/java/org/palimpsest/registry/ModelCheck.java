package org.palimpsest.registry;

import java.io.IOException;
import java.util.List;
import org.palimpsest.registry.format.SafetensorsFile;

/**
 * Whether a model is what its card says: the weights have the card's digest, and their names and
 * shapes are those of the card's configuration.
 *
 * @param network what weights must fit
 */
public record ModelCheck(Architecture network) {
  /**
   * Looks at a model.
   *
   * @return number of tensors
   * @throws ModelException if it is not what its card says
   */
  public int verify(RegisteredModel model) throws ModelException {
    model.verify();
    List<ExpectedTensor> expected = network.tensors(model.card().configuration());
    try (SafetensorsFile file = SafetensorsFile.open(model.weights())) {
      StrictMatch.check("The weights " + model.weights(), file, expected);
      return expected.size();
    } catch (IOException e) {
      throw ModelImport.unreadable(model.weights(), e);
    }
  }
}
