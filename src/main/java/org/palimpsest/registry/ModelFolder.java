package org.palimpsest.registry;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A model's folder as files that can be taken away, and no others. */
final class ModelFolder {
  private static final Set<String> OWN = Set.of(CardFile.NAME, RegisteredModel.WEIGHTS);

  private ModelFolder() {}

  /**
   * Makes sure that taking the folder away takes nothing away that the program did not put there.
   *
   * @throws ModelException naming what else is there
   */
  static void requireNothingElseIn(Path folder) throws ModelException {
    if (Files.isSymbolicLink(folder)) {
      return;
    }
    List<String> others;
    try {
      others =
          files(folder).stream()
              .map(file -> file.getFileName().toString())
              .filter(name -> !OWN.contains(name) && !name.startsWith(".palimpsest-"))
              .toList();
    } catch (IOException e) {
      throw new ModelException("MOD-10", "%s cannot be listed.".formatted(folder), e);
    }
    if (!others.isEmpty()) {
      throw new ModelException(
          "MOD-13",
          "%s holds what is not a part of a model (%s); move it away first."
              .formatted(folder, String.join(", ", others)));
    }
  }

  /** Deletes the files and the folder; of a link to a folder only the link. */
  static void delete(Path folder) throws IOException {
    if (!Files.isSymbolicLink(folder)) {
      for (Path file : files(folder)) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(files::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    files.sort(null);
    return files;
  }
}
