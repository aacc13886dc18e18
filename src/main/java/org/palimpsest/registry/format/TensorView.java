package org.palimpsest.registry.format;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A named tensor that lies in a mapped file; valid until that file is closed.
 *
 * @param name the checkpoint's key
 * @param dtype element type
 * @param shape extents, outermost first; empty for a scalar; not copied
 * @param bytes row-major little-endian elements, read-only, not necessarily aligned to their size
 */
public record TensorView(String name, DType dtype, long[] shape, MemorySegment bytes) {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** Number of elements; 1 for a scalar. */
  public long elements() {
    return bytes.byteSize() / dtype.bytes();
  }

  /**
   * The bytes as a direct, read-only, little-endian buffer, without a copy.
   *
   * @throws FormatException if the tensor is larger than a buffer can be (2 GiB)
   */
  public ByteBuffer buffer() throws FormatException {
    if (bytes.byteSize() > Integer.MAX_VALUE) {
      throw tooLarge();
    }
    return bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The elements as floats, row-major; F16 and BF16 are widened exactly, F64 is rounded to nearest.
   *
   * @throws FormatException if the elements are not floating-point numbers or too many for an array
   */
  public float[] floats() throws FormatException {
    if (elements() > Integer.MAX_VALUE - 8) {
      throw tooLarge();
    }
    float[] values = new float[(int) elements()];
    switch (dtype) {
      case F32 -> MemorySegment.copy(bytes, FLOAT, 0, values, 0, values.length);
      case F64 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) bytes.get(DOUBLE, 8L * i);
        }
      }
      case F16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.float16ToFloat(bytes.get(SHORT, 2L * i));
        }
      }
      case BF16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.intBitsToFloat(bytes.get(SHORT, 2L * i) << 16);
        }
      }
      case I64, I32, I16, I8, U64, U32, U16, U8, BOOL ->
          throw new FormatException(
              "FMT-12",
              "Tensor %s holds %s elements, not floating-point numbers."
                  .formatted(FormatException.shown(name), dtype));
    }
    return values;
  }

  private FormatException tooLarge() {
    return new FormatException(
        "FMT-13",
        "Tensor %s is too large to be taken in one piece (%d bytes)."
            .formatted(FormatException.shown(name), bytes.byteSize()));
  }
}
