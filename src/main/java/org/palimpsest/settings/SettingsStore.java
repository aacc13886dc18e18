package org.palimpsest.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * The settings as a readable JSON file. A file is written whole under another name and then moved,
 * so that a crash leaves the old one. What cannot be read is kept aside, never written over: it is
 * somebody's work.
 */
public final class SettingsStore {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path file;

  /** A store in the folder of the user's data. */
  public SettingsStore(AppDirectories directories) {
    this(directories.data().resolve("settings.json"));
  }

  /** A store in a file that need not exist yet. */
  public SettingsStore(Path file) {
    this.file = file;
  }

  /**
   * What was read.
   *
   * @param keptAside where a file that could not be read now lies; null when there was none
   */
  public record Loaded(Settings settings, @Nullable Path keptAside) {}

  /** The stored settings, or the initial ones where there is no file or none that can be read. */
  public Loaded load() {
    try {
      return new Loaded(read(Files.readAllBytes(file)), null);
    } catch (NoSuchFileException e) {
      return new Loaded(Settings.initial(), null);
    } catch (IOException e) {
      org.slf4j.LoggerFactory.getLogger(SettingsStore.class)
          .warn("The settings {} cannot be read", file, e);
      return new Loaded(Settings.initial(), aside());
    }
  }

  /** What a file of another version does not say is as it is in the beginning. */
  private static Settings read(byte[] json) throws IOException {
    ObjectNode all = MAPPER.valueToTree(Settings.initial());
    all.setAll(MAPPER.readValue(json, ObjectNode.class));
    return MAPPER.treeToValue(all, Settings.class);
  }

  private Path aside() {
    Path free = file.resolveSibling(file.getFileName() + ".unreadable");
    for (int i = 2; Files.exists(free); i++) {
      free = file.resolveSibling(file.getFileName() + ".unreadable-" + i);
    }
    try {
      return Files.move(file, free);
    } catch (IOException e) {
      return file;
    }
  }

  /**
   * Writes the settings.
   *
   * @throws IOException when they cannot be kept; the file before is then unchanged
   */
  public void save(Settings settings) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path written = Files.createTempFile(folder, ".settings-", null);
    try {
      Files.writeString(written, json(settings));
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static String json(Settings settings) {
    try {
      return MAPPER.writeValueAsString(settings) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Settings cannot be written as JSON", e);
    }
  }
}
