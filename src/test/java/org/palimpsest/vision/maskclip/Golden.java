package org.palimpsest.vision.maskclip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Reference numbers of the released network, read independently of the product's own reader. */
public final class Golden {
  /** One tensor, its values widened to double. */
  public record Tensor(long[] shape, double[] values) {
    public float[] floats() {
      float[] floats = new float[values.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) values[i];
      }
      return floats;
    }
  }

  /** The tensors of one file. */
  public record Tensors(Map<String, Tensor> byName) {
    public Tensor get(String name) {
      return Objects.requireNonNull(byName.get(name), name);
    }
  }

  private Golden() {}

  public static JsonNode json(String name) {
    try (InputStream stream = open(name)) {
      return new ObjectMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Tensors read(String name) {
    try (InputStream stream = open(name)) {
      ByteBuffer file = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      int length = (int) file.getLong();
      byte[] header = new byte[length];
      file.get(header);
      JsonNode json = new ObjectMapper().readTree(new String(header, StandardCharsets.UTF_8));
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      json.properties()
          .forEach(
              entry -> {
                if (!entry.getKey().equals("__metadata__")) {
                  tensors.put(entry.getKey(), tensor(file, 8 + length, entry.getValue()));
                }
              });
      return new Tensors(tensors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tensor tensor(ByteBuffer file, int start, JsonNode entry) {
    long[] shape = new long[entry.get("shape").size()];
    int size = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = entry.get("shape").get(i).asLong();
      size *= (int) shape[i];
    }
    int at = start + entry.get("data_offsets").get(0).asInt();
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] =
          switch (entry.get("dtype").asText()) {
            case "F64" -> file.getDouble(at + 8 * i);
            case "F32" -> file.getFloat(at + 4 * i);
            case "I64" -> file.getLong(at + 8 * i);
            case "U8" -> file.get(at + i) & 0xff;
            default -> throw new IllegalArgumentException(entry.toString());
          };
    }
    return new Tensor(shape, values);
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name), name);
  }

  /** Largest absolute difference; NaN counts as infinite. */
  public static double worst(float[] actual, double[] expected) {
    double worst = 0;
    for (int i = 0; i < actual.length; i++) {
      double error = Math.abs(actual[i] - expected[i]);
      worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
    }
    return worst;
  }
}
