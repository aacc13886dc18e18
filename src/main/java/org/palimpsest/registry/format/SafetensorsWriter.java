package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SequencedMap;
import org.palimpsest.evidence.AtomicFile;

/** Writes named tensors as a safetensors file, one tensor at a time. Equal input, equal bytes. */
public final class SafetensorsWriter {
  private static final int CHUNK = 1 << 16;

  private SafetensorsWriter() {}

  /**
   * Writes to a temporary name beside the target, then moves: the target is whole or untouched.
   *
   * @param target file to create or replace
   * @param tensors in the order in which they shall lie in the file
   * @param metadata free-form strings for the header
   * @param dtype {@link DType#F32} or {@link DType#F16} (rounded to nearest even)
   * @throws FormatException if a tensor has not as many values as its shape states, or a finite
   *     value is too large for F16
   * @throws IOException if the file cannot be written
   */
  public static void write(
      Path target,
      SequencedMap<String, TensorSource> tensors,
      SequencedMap<String, String> metadata,
      DType dtype)
      throws IOException {
    if (dtype != DType.F32 && dtype != DType.F16) {
      throw new IllegalArgumentException("Cannot write " + dtype);
    }
    AtomicFile.write(
        target.toAbsolutePath(),
        out -> {
          out.write(header(tensors, metadata, dtype));
          for (Map.Entry<String, TensorSource> tensor : tensors.entrySet()) {
            writeValues(out, tensor.getKey(), tensor.getValue(), dtype);
          }
        });
  }

  /** Length and JSON, padded with blanks so that the elements begin at a multiple of eight. */
  private static byte[] header(
      SequencedMap<String, TensorSource> tensors,
      SequencedMap<String, String> metadata,
      DType dtype)
      throws IOException {
    JsonMapper mapper = new JsonMapper();
    ObjectNode root = mapper.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode strings = root.putObject(SafetensorsHeader.METADATA);
      metadata.forEach(strings::put);
    }
    long offset = 0;
    for (Map.Entry<String, TensorSource> tensor : tensors.entrySet()) {
      if (tensor.getKey().equals(SafetensorsHeader.METADATA)) {
        throw new IllegalArgumentException("A tensor cannot be named " + tensor.getKey());
      }
      ObjectNode entry = root.putObject(tensor.getKey());
      entry.put("dtype", dtype.name());
      Arrays.stream(tensor.getValue().shape()).forEach(entry.putArray("shape")::add);
      long end = offset + tensor.getValue().elements() * dtype.bytes();
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = mapper.writeValueAsBytes(root);
    int padded = Math.ceilDiv(json.length, 8) * 8;
    ByteBuffer bytes = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(padded).put(json);
    while (bytes.hasRemaining()) {
      bytes.put((byte) ' ');
    }
    return bytes.array();
  }

  private static void writeValues(OutputStream out, String name, TensorSource tensor, DType dtype)
      throws IOException {
    float[] values = tensor.values().get();
    if (values.length != tensor.elements()) {
      throw new FormatException(
          "FMT-21",
          "Tensor %s has %d values where its shape states %d."
              .formatted(shown(name), values.length, tensor.elements()));
    }
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK * dtype.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += CHUNK) {
      int to = Math.min(values.length, from + CHUNK);
      chunk.clear();
      for (int i = from; i < to; i++) {
        if (dtype == DType.F32) {
          chunk.putFloat(values[i]);
        } else {
          chunk.putShort(half(name, values[i]));
        }
      }
      out.write(chunk.array(), 0, chunk.position());
    }
  }

  private static short half(String name, float value) throws FormatException {
    short half = Float.floatToFloat16(value);
    if (Float.isFinite(value) && !Float.isFinite(Float.float16ToFloat(half))) {
      throw new FormatException(
          "FMT-22",
          "Tensor %s holds %s, which is too large for half precision."
              .formatted(shown(name), value));
    }
    return half;
  }
}
