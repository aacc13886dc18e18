package org.palimpsest.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder the results go into, which is never searched, by whatever path it is reached. */
record ResultsPlace(Path folder) {
  ResultsPlace {
    folder = folder.toAbsolutePath().normalize();
  }

  boolean is(Path other) {
    if (other.toAbsolutePath().normalize().equals(folder)) {
      return true;
    }
    try {
      return Files.exists(folder) && Files.isSameFile(other, folder);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a file lies in it, at any depth. */
  boolean holds(Path file) {
    @Nullable Path above = file.toAbsolutePath().normalize().getParent();
    while (above != null) {
      if (is(above)) {
        return true;
      }
      above = above.getParent();
    }
    return false;
  }
}
