package org.palimpsest.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of what must stand in a model card; reading JSON can leave any component null. */
final class Required {
  private Required() {}

  static void field(String name, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  static void text(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  static <T> List<T> list(String name, @Nullable List<T> values) {
    if (values == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    for (T value : values) {
      field("an item of " + name, value);
    }
    return List.copyOf(values);
  }
}
