package org.palimpsest.evaluation.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * IMDL-BenCo's list of a data set: an array of pairs, {@code [picture, mask]}; in place of a mask
 * {@code "Negative"} for an authentic picture, {@code "Positive"} for one that is fake as a whole.
 * Relative paths start at the list's own folder.
 */
final class JsonList {
  private static final long MAX_SIZE = 256L << 20;

  private final Path base;
  private final String set;
  private final List<TestImage> images = new ArrayList<>();
  private final List<Unusable> unusable = new ArrayList<>();

  private JsonList(Path list) {
    base = list.toAbsolutePath().normalize().resolveSibling("");
    set = Folders.stem(list);
  }

  static DataSet read(Path list) throws DataSetException {
    JsonNode pairs;
    try {
      if (Files.size(list) > MAX_SIZE) {
        throw DataSetException.badList(list, "it is larger than 256 MiB", null);
      }
      pairs = new ObjectMapper().readTree(Files.readAllBytes(list));
    } catch (JsonProcessingException e) {
      throw DataSetException.badList(
          list,
          e.getLocation() == null
              ? "it is no JSON"
              : "no well-formed JSON at line " + e.getLocation().getLineNr(),
          e);
    } catch (IOException e) {
      throw DataSetException.badList(list, "it cannot be read", e);
    }
    if (!pairs.isArray()) {
      throw DataSetException.badList(list, "an array of pairs is expected", null);
    }
    JsonList read = new JsonList(list);
    int index = 0;
    for (JsonNode pair : pairs) {
      index++;
      if (!pair.isArray()
          || pair.size() != 2
          || !pair.get(0).isTextual()
          || !pair.get(1).isTextual()) {
        throw DataSetException.badList(list, "entry %d is no pair of texts".formatted(index), null);
      }
      read.add(list, index, pair.get(0).textValue(), pair.get(1).textValue());
    }
    if (read.images.isEmpty() && read.unusable.isEmpty()) {
      throw DataSetException.empty(list);
    }
    return new DataSet(read.images, read.unusable, List.of());
  }

  private void add(Path list, int index, String picture, String truth) throws DataSetException {
    Path file = resolved(list, index, picture);
    if (!Files.isRegularFile(file)) {
      unusable.add(
          new Unusable(set, file, "EVA-07", "The list names this picture, but it is not there."));
      return;
    }
    switch (truth) {
      case "Negative" -> images.add(TestImage.authentic(set, file));
      case "Positive" -> images.add(TestImage.fake(set, file));
      default -> {
        Path mask = resolved(list, index, truth);
        if (Files.isRegularFile(mask)) {
          images.add(TestImage.edited(set, file, mask));
        } else {
          unusable.add(
              new Unusable(
                  set,
                  file,
                  "EVA-07",
                  "The list names the mask %s, but it is not there.".formatted(mask)));
        }
      }
    }
  }

  private Path resolved(Path list, int index, String text) throws DataSetException {
    try {
      return base.resolve(text);
    } catch (InvalidPathException e) {
      throw DataSetException.badList(list, "entry %d names no file".formatted(index), e);
    }
  }
}
