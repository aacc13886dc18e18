package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON header of a safetensors file, checked against the bytes that follow it.
 *
 * @param metadata the {@code __metadata__} strings, in file order
 * @param entries what each tensor claims, in file order
 */
record SafetensorsHeader(
    SequencedMap<String, String> metadata, SequencedMap<String, Entry> entries) {
  static final String METADATA = "__metadata__";

  /** Where a tensor lies, in bytes from the end of the header. */
  record Entry(DType dtype, long[] shape, long begin, long end) {}

  /**
   * Reads and checks a header: known element types, extents that multiply to the stated number of
   * bytes, and tensors that fill the data without overlap, gap or rest, as the format demands.
   *
   * @param json the header's bytes
   * @param dataSize bytes that follow the header
   */
  static SafetensorsHeader parse(byte[] json, long dataSize) throws FormatException {
    JsonNode root = tree(json);
    if (!root.isObject()) {
      throw malformed("it is no JSON object", null);
    }
    SequencedMap<String, String> metadata = new LinkedHashMap<>();
    SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : root.properties()) {
      if (property.getKey().equals(METADATA)) {
        metadata.putAll(strings(property.getValue()));
      } else {
        entries.put(property.getKey(), entry(property.getKey(), property.getValue()));
      }
    }
    checkThatTheyFill(dataSize, entries);
    return new SafetensorsHeader(metadata, entries);
  }

  private static JsonNode tree(byte[] json) throws FormatException {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    JsonMapper mapper =
        JsonMapper.builder(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw malformed(
          e.getOriginalMessage().startsWith("Duplicate")
              ? "a name occurs twice"
              : "it is no well-formed JSON",
          e);
    } catch (IOException e) {
      throw malformed("it cannot be read", e);
    }
  }

  private static SequencedMap<String, String> strings(JsonNode node) throws FormatException {
    SequencedMap<String, String> strings = new LinkedHashMap<>();
    if (!node.isObject()) {
      throw malformed("its metadata is not an object", null);
    }
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!property.getValue().isTextual()) {
        throw malformed("metadata " + shown(property.getKey()) + " is not a string", null);
      }
      strings.put(property.getKey(), property.getValue().textValue());
    }
    return strings;
  }

  private static Entry entry(String name, JsonNode node) throws FormatException {
    if (!node.isObject()
        || node.size() != 3
        || !node.path("dtype").isTextual()
        || !node.path("shape").isArray()
        || !node.path("data_offsets").isArray()) {
      throw malformed(shown(name) + " does not state type, shape and offsets", null);
    }
    long[] shape = naturals(name, node.path("shape"));
    long[] offsets = naturals(name, node.path("data_offsets"));
    if (offsets.length != 2) {
      throw malformed(shown(name) + " does not state two offsets", null);
    }
    Entry entry = new Entry(dtype(name, node), shape, offsets[0], offsets[1]);
    if (bytes(name, entry) != entry.end() - entry.begin()) {
      throw new FormatException(
          "FMT-06", "tensor %s has a shape that does not match its size.".formatted(shown(name)));
    }
    return entry;
  }

  private static DType dtype(String name, JsonNode node) throws FormatException {
    String stated = node.path("dtype").textValue();
    for (DType dtype : DType.values()) {
      if (dtype.name().equals(stated)) {
        return dtype;
      }
    }
    throw new FormatException(
        "FMT-05",
        "tensor %s has the unknown element type %s.".formatted(shown(name), shown(stated)));
  }

  private static long[] naturals(String name, JsonNode array) throws FormatException {
    long[] values = new long[array.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode value = array.get(i);
      if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
        throw malformed(shown(name) + " states a number that is not a natural one", null);
      }
      values[i] = value.longValue();
    }
    return values;
  }

  private static long bytes(String name, Entry entry) throws FormatException {
    try {
      long bytes = entry.dtype().bytes();
      for (long extent : entry.shape()) {
        bytes = Math.multiplyExact(bytes, extent);
      }
      return bytes;
    } catch (ArithmeticException e) {
      throw new FormatException(
          "FMT-06", "tensor %s claims an impossible shape.".formatted(shown(name)), e);
    }
  }

  private static void checkThatTheyFill(long dataSize, Map<String, Entry> entries)
      throws FormatException {
    List<Map.Entry<String, Entry>> inPlace = new ArrayList<>(entries.entrySet());
    inPlace.sort(
        Comparator.<Map.Entry<String, Entry>>comparingLong(e -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long reached = 0;
    for (Map.Entry<String, Entry> tensor : inPlace) {
      Entry place = tensor.getValue();
      if (place.end() > dataSize) {
        throw new FormatException(
            "FMT-07",
            "tensor %s ends behind the end of the file.".formatted(shown(tensor.getKey())));
      }
      if (place.begin() != reached) {
        throw new FormatException(
            "FMT-08",
            "tensor %s %s."
                .formatted(
                    shown(tensor.getKey()),
                    place.begin() < reached
                        ? "overlaps another one"
                        : "leaves unused bytes in front of it"));
      }
      reached = place.end();
    }
    if (reached != dataSize) {
      throw new FormatException(
          "FMT-09", "it has %d bytes that belong to no tensor.".formatted(dataSize - reached));
    }
  }

  private static FormatException malformed(String what, @Nullable Throwable cause) {
    return new FormatException("FMT-04", "its header is wrong: " + what + ".", cause);
  }
}
