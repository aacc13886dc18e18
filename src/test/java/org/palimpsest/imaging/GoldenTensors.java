package org.palimpsest.imaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/** The byte tensors of a golden safetensors file, read without any code under test. */
public final class GoldenTensors {
  private final JsonNode header;
  private final byte[] bytes;
  private final int start;

  public GoldenTensors(String name) {
    try (InputStream in =
        Objects.requireNonNull(GoldenTensors.class.getResourceAsStream("/golden/" + name))) {
      bytes = in.readAllBytes();
      int length = Math.toIntExact(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong());
      header = new ObjectMapper().readTree(new String(bytes, 8, length, "UTF-8"));
      start = 8 + length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RgbImage image(String name) {
    JsonNode shape = header.path(name).path("shape");
    return new RgbImage(shape.path(1).intValue(), shape.path(0).intValue(), data(name));
  }

  public Mask mask(String name) {
    JsonNode shape = header.path(name).path("shape");
    byte[] values = data(name);
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (values[i] == 0 ? 0 : 1);
    }
    return new Mask(shape.path(1).intValue(), shape.path(0).intValue(), values);
  }

  private byte[] data(String name) {
    JsonNode offsets = header.path(name).path("data_offsets");
    return Arrays.copyOfRange(
        bytes, start + offsets.path(0).intValue(), start + offsets.path(1).intValue());
  }
}
