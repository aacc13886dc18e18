package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the tensors of a file differ from those that are expected. Element types are not compared.
 *
 * @param missing names that the file lacks, in the expected order
 * @param surplus names that the file should not have, in file order
 * @param misshapen tensors of another shape, in the expected order
 */
public record TensorDifferences(
    List<String> missing, List<String> surplus, List<Misshapen> misshapen) {
  /** A sentence names at most this many tensors of each kind. */
  static final int SHOWN = 10;

  /** A tensor with the right name and the wrong extents. */
  public record Misshapen(String name, long[] found, long[] expected) {
    @Override
    public String toString() {
      return "%s is %s, not %s"
          .formatted(shown(name), Arrays.toString(found), Arrays.toString(expected));
    }
  }

  public TensorDifferences {
    missing = List.copyOf(missing);
    surplus = List.copyOf(surplus);
    misshapen = List.copyOf(misshapen);
  }

  /**
   * Compares names and shapes.
   *
   * @param expected shape by name
   */
  public static TensorDifferences between(TensorFile file, SequencedMap<String, long[]> expected)
      throws FormatException {
    List<String> missing = new ArrayList<>();
    List<Misshapen> misshapen = new ArrayList<>();
    for (Map.Entry<String, long[]> tensor : expected.entrySet()) {
      String name = tensor.getKey();
      if (!file.names().contains(name)) {
        missing.add(name);
      } else if (!Arrays.equals(file.type(name).shape(), tensor.getValue())) {
        misshapen.add(new Misshapen(name, file.type(name).shape(), tensor.getValue().clone()));
      }
    }
    List<String> surplus =
        file.names().stream().filter(name -> !expected.containsKey(name)).toList();
    return new TensorDifferences(missing, surplus, misshapen);
  }

  public boolean isEmpty() {
    return missing.isEmpty() && surplus.isEmpty() && misshapen.isEmpty();
  }

  /**
   * All kinds of differences with their total numbers and the first tensors of each, for example
   * {@code 1 missing ("a"); 2 surplus ("b", "c")}.
   */
  public String summary() {
    List<String> kinds = new ArrayList<>();
    add(kinds, "missing", missing, FormatException::shown);
    add(kinds, "surplus", surplus, FormatException::shown);
    add(kinds, "of another shape", misshapen, Misshapen::toString);
    return String.join("; ", kinds);
  }

  private static <T> void add(
      List<String> kinds, String kind, List<T> tensors, Function<T, String> text) {
    if (!tensors.isEmpty()) {
      String first = tensors.stream().limit(SHOWN).map(text).collect(Collectors.joining(", "));
      String rest = tensors.size() > SHOWN ? ", …" : "";
      kinds.add("%d %s (%s%s)".formatted(tensors.size(), kind, first, rest));
    }
  }

  /**
   * Makes sure that there is no difference.
   *
   * @throws FormatException with the {@link #summary()}
   */
  public void requireNone() throws FormatException {
    if (!isEmpty()) {
      throw new FormatException(
          "FMT-60", "The tensors are not those that are expected: " + summary() + ".");
    }
  }
}
