package org.palimpsest.evaluation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A picture whose truth is known.
 *
 * @param set the name of the set it belongs to
 * @param file the picture
 * @param truth a mask, white where the picture was edited; null for an authentic picture
 */
public record TestImage(String set, Path file, @Nullable Path truth) {
  /** Whether a part of it was edited. */
  public boolean edited() {
    return truth != null;
  }
}
