package org.palimpsest.registry.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Emits the operations of a pickle, sensible or not. */
final class PickleWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Protocol 2, as PyTorch writes it. */
  static PickleWriter protocol2() {
    return new PickleWriter().op(0x80, 2);
  }

  /** Raw bytes. */
  PickleWriter op(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  /** Operations by their letters. */
  PickleWriter ops(String letters) {
    out.writeBytes(letters.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  PickleWriter raw(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  PickleWriter global(String module, String name) {
    return ops("c" + module + "\n" + name + "\n");
  }

  PickleWriter text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return op('X').int32(bytes.length).raw(bytes);
  }

  PickleWriter number(long value) {
    if (value >= 0 && value < 256) {
      return op('K', (int) value);
    }
    if (value == (int) value) {
      return op('J').int32((int) value);
    }
    return op(0x8a, 8).int64(value);
  }

  PickleWriter real(double value) {
    return op('G').raw(ByteBuffer.allocate(8).putDouble(value).array());
  }

  PickleWriter flag(boolean value) {
    return op(value ? 0x88 : 0x89);
  }

  PickleWriter numbers(long... values) {
    op('(');
    for (long value : values) {
      number(value);
    }
    return op('t');
  }

  PickleWriter keep(int number) {
    return op('r').int32(number);
  }

  PickleWriter fetch(int number) {
    return op('j').int32(number);
  }

  /** A storage's identifier and the reference to it. */
  PickleWriter storage(String type, String key, long elements) {
    op('(').text("storage").global("torch", type).text(key).text("cpu").number(elements);
    return ops("tQ");
  }

  PickleWriter legacyStorage(String type, String key, long elements) {
    op('(').text("storage").global("torch", type).text(key).text("cpu").number(elements);
    return ops("NtQ");
  }

  /** The rest of a tensor of which the function, a mark and the storage were written. */
  PickleWriter layout(long offset, long[] shape, long... strides) {
    number(offset).numbers(shape).numbers(strides).flag(false);
    return global("collections", "OrderedDict").ops(")RtR");
  }

  PickleWriter tensor(
      String type, String key, long elements, long offset, long[] shape, long... strides) {
    return global("torch._utils", "_rebuild_tensor_v2")
        .op('(')
        .storage(type, key, elements)
        .layout(offset, shape, strides);
  }

  /** One axis, in one piece. */
  PickleWriter vector(String type, String key, long elements) {
    return tensor(type, key, elements, 0, new long[] {elements}, 1);
  }

  PickleWriter int32(int value) {
    return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  PickleWriter int64(long value) {
    return raw(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }

  int size() {
    return out.size();
  }

  /** Everything so far, without an end. */
  byte[] unfinished() {
    return out.toByteArray();
  }

  /** Ends the pickle. */
  byte[] stop() {
    return op('.').unfinished();
  }
}
