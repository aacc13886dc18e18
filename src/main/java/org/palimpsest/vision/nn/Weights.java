package org.palimpsest.vision.nn;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Named parameters seen from one part of the network: names are the checkpoint's keys, relative to
 * a prefix.
 */
public final class Weights {
  private final Map<String, NDArray> tensors;
  private final String prefix;
  private final UnaryOperator<NDArray> conversion;

  public Weights(Map<String, NDArray> tensors) {
    this(tensors, "", UnaryOperator.identity());
  }

  private Weights(Map<String, NDArray> tensors, String prefix, UnaryOperator<NDArray> conversion) {
    this.tensors = tensors;
    this.prefix = prefix;
    this.conversion = conversion;
  }

  /** The parameters below {@code name.}. */
  public Weights under(String name) {
    return new Weights(tensors, prefix + name + ".", conversion);
  }

  /** The same parameters, each converted when it is taken, for example to half precision. */
  public Weights converted(UnaryOperator<NDArray> then) {
    return new Weights(tensors, prefix, then);
  }

  /**
   * One parameter.
   *
   * @throws IllegalArgumentException if the checkpoint has no such key
   */
  public NDArray get(String name) {
    NDArray tensor = tensors.get(prefix + name);
    if (tensor == null) {
      throw new IllegalArgumentException("The checkpoint lacks " + prefix + name);
    }
    return conversion.apply(tensor);
  }
}
