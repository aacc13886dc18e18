package org.palimpsest.registry.format;

import java.util.function.Supplier;

/**
 * A tensor to be written, whose values are fetched when their turn comes, so that only one tensor
 * is in memory at a time.
 *
 * @param shape extents, outermost first; empty for a scalar; not copied
 * @param values supplies the row-major elements, once
 */
public record TensorSource(long[] shape, Supplier<float[]> values) {
  public TensorSource {
    for (long extent : shape) {
      if (extent < 0) {
        throw new IllegalArgumentException("Negative extent " + extent);
      }
    }
  }

  /** A tensor whose values are at hand. */
  public static TensorSource of(long[] shape, float... values) {
    return new TensorSource(shape, () -> values);
  }

  /** Number of elements the shape states. */
  public long elements() {
    long elements = 1;
    for (long extent : shape) {
      elements = Math.multiplyExact(elements, extent);
    }
    return elements;
  }
}
