package org.palimpsest.settings;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that the window speaks. */
public final class Languages {
  /** All of them, the one that completes the others first. */
  public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN);

  private Languages() {}

  /**
   * The language to use.
   *
   * @param chosen a language tag; null for that of the system
   */
  public static Locale of(@Nullable String chosen, Locale system) {
    return chosen == null ? system : Locale.forLanguageTag(chosen);
  }
}
