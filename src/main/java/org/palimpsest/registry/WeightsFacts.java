package org.palimpsest.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsFile;
import org.palimpsest.registry.format.TensorType;

/**
 * What the header of a model's weights says; the values are not looked at.
 *
 * @param bytes size of the file
 * @param tensors number of them
 * @param parameters numbers in them all
 * @param types element types that occur
 */
public record WeightsFacts(long bytes, int tensors, long parameters, SequencedSet<DType> types) {
  /**
   * Reads the header.
   *
   * @throws ModelException if there are no weights, or no readable ones
   */
  public static WeightsFacts of(RegisteredModel model) throws ModelException {
    try (SafetensorsFile file = SafetensorsFile.open(model.weights())) {
      long parameters = 0;
      SequencedSet<DType> types = new TreeSet<>();
      for (String name : file.names()) {
        TensorType tensor = file.type(name);
        parameters += tensor.elements();
        types.add(tensor.dtype());
      }
      return new WeightsFacts(Files.size(model.weights()), file.names().size(), parameters, types);
    } catch (IOException e) {
      throw ModelImport.unreadable(model.weights(), e);
    }
  }
}
