package org.palimpsest.registry.format;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A named tensor of an open file; valid until that file is closed.
 *
 * @param name the checkpoint's key
 * @param dtype element type
 * @param shape extents, outermost first; empty for a scalar; not copied
 * @param bytes row-major little-endian elements, read-only, not necessarily aligned to their size
 */
public record TensorView(String name, DType dtype, long[] shape, MemorySegment bytes) {
  /** Number of elements; 1 for a scalar. */
  public long elements() {
    return bytes.byteSize() / dtype.bytes();
  }

  /**
   * The bytes as a read-only, little-endian buffer, without a copy; a direct one where the tensor
   * lies in the file as it is.
   *
   * @throws FormatException if the tensor is larger than a buffer can be (2 GiB)
   */
  public ByteBuffer buffer() throws FormatException {
    if (bytes.byteSize() > Integer.MAX_VALUE) {
      throw TensorType.tooLarge(name, bytes.byteSize());
    }
    return bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The elements as floats, row-major; F16 and BF16 are widened exactly, F64 is rounded to nearest.
   *
   * @throws FormatException if the elements are not floating-point numbers or too many for an array
   */
  public float[] floats() throws FormatException {
    new TensorType(dtype, shape).requireFloats(name);
    return FloatElements.of(this);
  }
}
