package org.palimpsest.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A model card as the file {@code card.json}. */
final class CardFile {
  static final String NAME = "card.json";

  /** Strict, because a misspelt name in a card must not silently become "not measured". */
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final long MAX_SIZE = 1 << 20;

  private CardFile() {}

  static ModelCard read(Path file) throws ModelException {
    try {
      if (Files.size(file) > MAX_SIZE) {
        throw new ModelException("MOD-03", "%s is too large for a model card.".formatted(file));
      }
      return MAPPER.readValue(Files.readAllBytes(file), ModelCard.class);
    } catch (JsonProcessingException e) {
      throw new ModelException(
          "MOD-03", "%s is not a valid model card: %s.".formatted(file, reason(e)), e);
    } catch (IOException e) {
      throw new ModelException(
          "MOD-02", "The model card %s is missing or cannot be read.".formatted(file), e);
    }
  }

  static byte[] bytes(ModelCard card) {
    try {
      return (MAPPER.writeValueAsString(card) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A model card cannot be written as JSON", e);
    }
  }

  /** Where and what, without the parser's talk of classes and streams. */
  static String reason(JsonProcessingException e) {
    if (e.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null) {
      return refused.getMessage();
    }
    String where =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "item" : step.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    if (!where.isEmpty()) {
      return "\"%s\" is %s"
          .formatted(
              where.replaceAll("\\p{C}", "?"),
              e instanceof UnrecognizedPropertyException
                  ? "unknown"
                  : "missing or not as expected");
    }
    return e.getLocation() == null
        ? "it is no card"
        : "no well-formed JSON at line " + e.getLocation().getLineNr();
  }
}
