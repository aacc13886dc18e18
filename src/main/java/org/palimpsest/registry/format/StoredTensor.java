package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.lang.foreign.MemorySegment;

/**
 * A tensor of a PyTorch checkpoint, compared with the storage it lies in.
 *
 * @param name the checkpoint's key
 * @param tensor as described; its elements lie within the storage
 * @param storage the storage's bytes
 */
record StoredTensor(String name, TensorRef tensor, MemorySegment storage) {
  /** A tensor that has to be put together may not be larger than this. */
  static final long MAX_COPY = 256L << 20;

  /**
   * Compares shape, strides and offset with the storage.
   *
   * @throws FormatException if an element would lie outside, or the tensor is scattered and larger
   *     than {@link #MAX_COPY}
   */
  static StoredTensor of(String name, TensorRef tensor, MemorySegment storage)
      throws FormatException {
    StoredTensor stored = new StoredTensor(name, tensor, storage);
    stored.check();
    return stored;
  }

  private void check() throws FormatException {
    try {
      long elements = type().elements();
      long bytes = Math.multiplyExact(elements, tensor.dtype().bytes());
      long last = tensor.offset();
      for (int axis = 0; axis < tensor.shape().length; axis++) {
        long steps = Math.max(0, tensor.shape()[axis] - 1);
        last = Math.addExact(last, Math.multiplyExact(steps, tensor.strides()[axis]));
      }
      if (elements > 0 && last >= storage.byteSize() / tensor.dtype().bytes()) {
        throw new FormatException(
            "FMT-52", "tensor %s reaches beyond its storage.".formatted(shown(name)));
      }
      if (!isInOnePiece() && bytes > MAX_COPY) {
        throw new FormatException(
            "FMT-53",
            "tensor %s is scattered and too large to be put together (%d bytes)."
                .formatted(shown(name), bytes));
      }
    } catch (ArithmeticException e) {
      throw new FormatException(
          "FMT-52", "tensor %s claims an impossible shape.".formatted(shown(name)), e);
    }
  }

  TensorType type() {
    return new TensorType(tensor.dtype(), tensor.shape().clone());
  }

  /** The elements in row-major order: in place if they lie so, else as a copy. */
  TensorView view() {
    int width = tensor.dtype().bytes();
    long bytes = type().elements() * width;
    MemorySegment elements;
    if (bytes == 0) {
      elements = storage.asSlice(0, 0);
    } else if (isInOnePiece()) {
      elements = storage.asSlice(tensor.offset() * width, bytes);
    } else {
      elements = new StridedCopy(tensor, storage).rowMajor();
    }
    return new TensorView(name, tensor.dtype(), tensor.shape().clone(), elements);
  }

  /** Whether the strides are those of row-major order; those of single extents do not matter. */
  private boolean isInOnePiece() {
    long expected = 1;
    for (int axis = tensor.shape().length - 1; axis >= 0; axis--) {
      long extent = tensor.shape()[axis];
      if (extent == 0) {
        return true;
      }
      if (extent != 1 && tensor.strides()[axis] != expected) {
        return hasNoElements();
      }
      expected *= extent;
    }
    return true;
  }

  private boolean hasNoElements() {
    for (long extent : tensor.shape()) {
      if (extent == 0) {
        return true;
      }
    }
    return false;
  }
}
