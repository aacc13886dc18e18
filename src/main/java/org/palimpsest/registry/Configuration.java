package org.palimpsest.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network's sizes as the card states them: a JSON object that only the network itself
 * understands.
 */
public final class Configuration {
  private static final long MAX_SIZE = 1 << 20;

  private final JsonNode object;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private Configuration(JsonNode object) {
    if (!object.isObject()) {
      throw new IllegalArgumentException("configuration must be a JSON object");
    }
    this.object = object.deepCopy();
  }

  /** The configuration that a record of sizes states; component names become snake_case. */
  public static Configuration of(Record sizes) {
    return new Configuration(CardFile.MAPPER.valueToTree(sizes));
  }

  /**
   * Reads a configuration from a JSON file, as a card has it.
   *
   * @throws ModelException if there is none in it
   */
  public static Configuration read(Path file) throws ModelException {
    try {
      if (Files.size(file) > MAX_SIZE) {
        throw new ModelException("MOD-35", "%s is too large for a configuration.".formatted(file));
      }
      return CardFile.MAPPER.readValue(Files.readAllBytes(file), Configuration.class);
    } catch (JsonProcessingException e) {
      throw new ModelException(
          "MOD-35", "%s is no configuration: %s.".formatted(file, CardFile.reason(e)), e);
    } catch (IOException e) {
      throw new ModelException(
          "MOD-35", "The configuration %s is missing or cannot be read.".formatted(file), e);
    }
  }

  /**
   * The sizes as a record. A component that may be null may be absent; any other missing component
   * and any unknown one is an error.
   */
  public <T extends Record> T as(Class<T> type) throws ModelException {
    try {
      return CardFile.MAPPER.treeToValue(object, type);
    } catch (JsonProcessingException e) {
      throw new ModelException(
          "MOD-06",
          "The configuration is not one that this version can run: %s."
              .formatted(CardFile.reason(e)),
          e);
    }
  }

  @JsonValue
  private JsonNode json() {
    return object;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Configuration that && object.equals(that.object);
  }

  @Override
  public int hashCode() {
    return object.hashCode();
  }

  @Override
  public String toString() {
    return object.toString();
  }
}
