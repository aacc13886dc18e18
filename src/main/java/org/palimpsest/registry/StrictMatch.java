package org.palimpsest.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.palimpsest.registry.format.FormatException;
import org.palimpsest.registry.format.TensorDifferences;
import org.palimpsest.registry.format.TensorFile;

/**
 * Holds the names and shapes of a checkpoint to those that a network demands. Strict, because a
 * tensor that is left out or filled with something else gives a network that runs and is wrong.
 */
public final class StrictMatch {
  private StrictMatch() {}

  /**
   * Makes sure that there is every tensor, of the right shape, and no other.
   *
   * @param subject begins the sentence, for example {@code The weights x.pth}
   * @throws ModelException naming the keys
   */
  public static void check(String subject, TensorFile file, List<ExpectedTensor> expected)
      throws FormatException, ModelException {
    requireNone(subject, differences(file, expected));
  }

  static TensorDifferences differences(TensorFile file, List<ExpectedTensor> expected)
      throws FormatException {
    SequencedMap<String, long[]> shapes = new LinkedHashMap<>();
    expected.forEach(tensor -> shapes.put(tensor.name(), tensor.shape()));
    return TensorDifferences.between(file, shapes);
  }

  static void requireNone(String subject, TensorDifferences differences) throws ModelException {
    if (!differences.isEmpty()) {
      throw new ModelException(
          "MOD-20",
          "%s do not fit the network's configuration: %s."
              .formatted(subject, differences.summary()));
    }
  }
}
