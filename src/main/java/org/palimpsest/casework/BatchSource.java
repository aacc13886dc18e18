package org.palimpsest.casework;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The files that a batch examines, one after the other. Called by several threads at once. */
public interface BatchSource {
  /** The next file to begin; empty when none is to follow. */
  Optional<Path> next();

  /** Whether a file that was begun is still to be examined; asked between passes of the network. */
  default boolean isWanted(Path file) {
    return true;
  }

  /** Tells that a file is in hand, and the share of it that is done, 0..1. */
  default void progress(Path file, double share) {}

  /** Tells that a file that was begun is left without a result, for another run or for good. */
  default void dropped(Path file) {}

  /** The files of a list, in its order. */
  static BatchSource of(List<Path> files) {
    Iterator<Path> rest = List.copyOf(files).iterator();
    return () -> {
      synchronized (rest) {
        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
      }
    };
  }
}
