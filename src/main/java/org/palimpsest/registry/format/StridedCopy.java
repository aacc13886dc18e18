package org.palimpsest.registry.format;

import java.lang.foreign.MemorySegment;

/** Puts a transposed, cut-out or expanded tensor in row-major order, as a copy in memory. */
record StridedCopy(TensorRef tensor, MemorySegment storage) {
  /** The elements, read-only; the tensor has at least one, and less than 2 GiB of them. */
  MemorySegment rowMajor() {
    int width = tensor.dtype().bytes();
    long[] shape = tensor.shape();
    long bytes = width;
    for (long extent : shape) {
      bytes *= extent;
    }
    MemorySegment copy = MemorySegment.ofArray(new byte[Math.toIntExact(bytes)]);
    long[] index = new long[shape.length];
    long source = tensor.offset();
    for (long target = 0; target < bytes; target += width) {
      MemorySegment.copy(storage, source * width, copy, target, width);
      source += step(index);
    }
    return copy.asReadOnly();
  }

  /** Advances the index by one element, the last axis fastest, and says how far that is. */
  private long step(long[] index) {
    long distance = 0;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      if (++index[axis] < tensor.shape()[axis]) {
        return distance + tensor.strides()[axis];
      }
      distance -= (tensor.shape()[axis] - 1) * tensor.strides()[axis];
      index[axis] = 0;
    }
    return distance;
  }
}
