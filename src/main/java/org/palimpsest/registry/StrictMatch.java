package org.palimpsest.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Compares the names and shapes of a checkpoint with those that a network demands. Strict, because
 * a tensor that is left out or filled with something else gives a network that runs and is wrong.
 */
public final class StrictMatch {
  private static final int SHOWN = 20;

  private StrictMatch() {}

  /**
   * Makes sure that there is every tensor, of the right shape, and no other.
   *
   * @param subject begins the sentence, for example {@code The weights x.pth}
   * @param found shapes by name
   * @throws ModelException naming the keys
   */
  public static void check(String subject, Map<String, long[]> found, List<ExpectedTensor> expected)
      throws ModelException {
    List<String> differences = differences(found, expected);
    if (!differences.isEmpty()) {
      throw new ModelException(
          "MOD-20",
          "%s do not fit the network's configuration: %s."
              .formatted(subject, shortened(differences)));
    }
  }

  /** What is missing, surplus or of another shape; empty when all fits. */
  static List<String> differences(Map<String, long[]> found, List<ExpectedTensor> expected) {
    List<String> differences = new ArrayList<>();
    TreeSet<String> surplus = new TreeSet<>(found.keySet());
    for (ExpectedTensor tensor : expected) {
      long[] shape = found.get(tensor.name());
      surplus.remove(tensor.name());
      if (shape == null) {
        differences.add("missing " + tensor.name());
      } else if (!Arrays.equals(shape, tensor.shape())) {
        differences.add(
            "%s is %s, not %s"
                .formatted(tensor.name(), Arrays.toString(shape), Arrays.toString(tensor.shape())));
      }
    }
    surplus.forEach(name -> differences.add("surplus " + name));
    return differences;
  }

  /** The first twenty, and how many more there are. */
  static String shortened(List<String> differences) {
    int shown = Math.min(SHOWN, differences.size());
    String list = String.join("; ", differences.subList(0, shown));
    return shown == differences.size()
        ? list
        : list + "; and " + (differences.size() - shown) + " more";
  }
}
