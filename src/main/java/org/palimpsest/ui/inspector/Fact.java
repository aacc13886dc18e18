package org.palimpsest.ui.inspector;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.VisibleName;

/**
 * A line of the inspector.
 *
 * @param key last part of the message key of its label
 * @param value what there is to read, hidden characters written out
 * @param copy what is copied, as it is; null where there is nothing to copy
 */
record Fact(String key, String value, @Nullable String copy) {
  static Fact of(String key, String value) {
    return new Fact(key, VisibleName.of(value), null);
  }

  /** A moment; fractions of a second are left to the record. */
  static Fact of(String key, Instant at) {
    return of(key, at.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  static Fact toCopy(String key, String value) {
    return new Fact(key, VisibleName.of(value), value);
  }
}
