package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.util.Arrays;

/**
 * What a stored tensor is, without its elements.
 *
 * @param dtype element type
 * @param shape extents, outermost first; empty for a scalar; not copied
 */
public record TensorType(DType dtype, long[] shape) {
  /** Number of elements; 1 for a scalar. */
  public long elements() {
    long elements = 1;
    for (long extent : shape) {
      elements = Math.multiplyExact(elements, extent);
    }
    return elements;
  }

  /** Refuses what cannot become an array of floats. */
  void requireFloats(String name) throws FormatException {
    if (!dtype.isFloat()) {
      throw new FormatException(
          "FMT-12",
          "Tensor %s holds %s elements, not floating-point numbers.".formatted(shown(name), dtype));
    }
    if (elements() > Integer.MAX_VALUE - 8) {
      throw tooLarge(name, elements() * dtype.bytes());
    }
  }

  static FormatException tooLarge(String name, long bytes) {
    return new FormatException(
        "FMT-13",
        "Tensor %s is too large to be taken in one piece (%d bytes)."
            .formatted(shown(name), bytes));
  }

  /** For example {@code F32 [768, 1024]}. */
  @Override
  public String toString() {
    return dtype + " " + Arrays.toString(shape);
  }
}
