package org.palimpsest.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a window needs of the machine, looked at before JavaFX is started: JavaFX answers a machine
 * without display or libraries with stack traces. Linux only; elsewhere the system has all of it.
 */
public final class WindowNeeds {
  private final boolean linux;
  private final boolean headless;
  private final Map<String, String> environment;
  private final Predicate<String> library;
  private final Fonts fonts;

  WindowNeeds(
      boolean linux,
      boolean headless,
      Map<String, String> environment,
      Predicate<String> library,
      Fonts fonts) {
    this.linux = linux;
    this.headless = headless;
    this.environment = environment;
    this.library = library;
    this.fonts = fonts;
  }

  /** Those of this machine. */
  public static WindowNeeds ofThisMachine() {
    return new WindowNeeds(
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux"),
        "Headless".equals(System.getProperty("glass.platform")),
        System.getenv(),
        WindowNeeds::loads,
        Fonts.ofThisMachine());
  }

  /** All of them, met or not. */
  public List<WindowNeed> all() {
    if (!linux) {
      return List.of();
    }
    return headless ? List.of(pango(), fonts()) : List.of(display(), gtk(), pango(), fonts());
  }

  /**
   * Refuses to go on where one is not met.
   *
   * @throws StartException with the first of them
   */
  public void demand() throws StartException {
    for (WindowNeed need : all()) {
      if (!need.met()) {
        throw new StartException(need.code(), "No window can be shown: " + need.words());
      }
    }
  }

  private WindowNeed display() {
    String display = environment.getOrDefault("DISPLAY", "");
    return display.isBlank()
        ? new WindowNeed(
            "WIN-01",
            false,
            "there is no display (DISPLAY is not set). The verbs need none: palimpsest --help.")
        : new WindowNeed("WIN-01", true, "display " + display);
  }

  private WindowNeed gtk() {
    return library(
        "WIN-02", "libgtk-3.so.0", "GTK 3", "libgtk-3-0t64, on older systems libgtk-3-0");
  }

  private WindowNeed pango() {
    return library("WIN-03", "libpangoft2-1.0.so.0", "Pango for FreeType", "libpangoft2-1.0-0");
  }

  private WindowNeed library(String code, String file, String name, String debian) {
    return library.test(file)
        ? new WindowNeed(code, true, "%s (%s)".formatted(name, file))
        : new WindowNeed(
            code,
            false,
            "%s (%s) is not installed. On Debian: apt install %s.".formatted(name, file, debian));
  }

  private WindowNeed fonts() {
    return fonts
        .first()
        .map(font -> new WindowNeed("WIN-04", true, "fonts, such as " + font))
        .orElseGet(
            () ->
                new WindowNeed(
                    "WIN-04",
                    false,
                    "no font is found in %s. On Debian: apt install fonts-dejavu-core."
                        .formatted(fonts.folders())));
  }

  /** Loads and lets go again, which costs little: a window loads the same right after. */
  @SuppressWarnings("restricted")
  private static boolean loads(String file) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(file, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
