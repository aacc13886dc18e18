package org.palimpsest.evaluation;

import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;

/** Refuses to compare maps of different images. */
final class SameSize {
  private SameSize() {}

  static void check(FloatMap map, Mask truth, @Nullable Mask shape) {
    if (map.width() != truth.width()
        || map.height() != truth.height()
        || (shape != null
            && (shape.width() != truth.width() || shape.height() != truth.height()))) {
      throw new IllegalArgumentException(
          "A map of %d x %d cannot be compared with a mask of %d x %d"
              .formatted(map.width(), map.height(), truth.width(), truth.height()));
    }
  }
}
