package org.palimpsest.registry;

import java.util.function.LongFunction;

/**
 * A tensor that a network demands of its checkpoint.
 *
 * @param name the checkpoint's key
 * @param shape extents, outermost first; empty for a scalar; not copied
 * @param initial the row-major values of an untrained one, a function of a seed
 */
public record ExpectedTensor(String name, long[] shape, LongFunction<float[]> initial) {
  /** The same under another name. */
  ExpectedTensor named(String other) {
    return new ExpectedTensor(other, shape, initial);
  }
}
