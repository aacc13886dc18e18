package org.palimpsest.report.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.palimpsest.casework.FileFacts;
import org.palimpsest.evidence.Sha256;

/**
 * Finds exhibits by their content: where the record says they were, then in folders. Names do not
 * count, so a bundle without names can be replayed.
 */
public final class ExhibitSearch {
  private final Map<Long, List<Path>> bySize = new HashMap<>();

  /**
   * A search through files and folders, to any depth.
   *
   * @throws IOException when a folder cannot be listed
   */
  public ExhibitSearch(List<Path> places) throws IOException {
    for (Path place : places) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          bySize.computeIfAbsent(Files.size(file), size -> new ArrayList<>()).add(file);
        }
      }
    }
  }

  /** The file with the very bytes that were examined. */
  Optional<Path> find(FileFacts facts) {
    List<Path> candidates = new ArrayList<>(bySize.getOrDefault(facts.bytes(), List.of()));
    Path recorded = Path.of(facts.path());
    if (Files.isRegularFile(recorded)) {
      candidates.addFirst(recorded);
    }
    return candidates.stream().filter(file -> hasDigest(file, facts.sha256())).findFirst();
  }

  private static boolean hasDigest(Path file, String sha256) {
    try {
      return Sha256.of(file).hex().equals(sha256);
    } catch (IOException e) {
      return false; // a file that cannot be read is not the exhibit found
    }
  }
}
