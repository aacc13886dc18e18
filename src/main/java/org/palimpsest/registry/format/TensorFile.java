package org.palimpsest.registry.format;

import java.io.UncheckedIOException;
import java.util.SequencedSet;

/**
 * An open file of named tensors, whatever its format. Everything it states about them was checked
 * when it was opened; the elements are fetched when they are asked for.
 */
public interface TensorFile extends AutoCloseable {
  /** The tensors' names, in file order. */
  SequencedSet<String> names();

  /**
   * Element type and shape of one tensor; its elements are not looked at.
   *
   * @throws FormatException if the file has none of that name
   */
  TensorType type(String name) throws FormatException;

  /**
   * One tensor with its elements.
   *
   * @throws FormatException if the file has none of that name
   */
  TensorView tensor(String name) throws FormatException;

  /**
   * A tensor to be written elsewhere as floats, fetched when its turn comes.
   *
   * @throws FormatException if the file has none of that name, or its elements are not
   *     floating-point numbers or too many for an array
   */
  default TensorSource source(String name) throws FormatException {
    TensorType type = type(name);
    type.requireFloats(name);
    return new TensorSource(
        type.shape(),
        () -> {
          try {
            return tensor(name).floats();
          } catch (FormatException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Ends the reading; views that read from the file in place throw on access from then on. */
  @Override
  void close();
}
