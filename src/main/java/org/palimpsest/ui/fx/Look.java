package org.palimpsest.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import org.palimpsest.settings.Theme;

/** The looks of every window: bright or dark, by choice or as the desktop is set. */
public final class Look {
  /** On the class path. */
  private static final String STYLES = "/org/palimpsest/ui/fx/palimpsest.css";

  private final ChangeListener<ColorScheme> follow = (property, was, is) -> apply();
  private Theme theme = Theme.SYSTEM;

  /** Looks that follow the desktop until another theme is set. */
  public Look() {
    Platform.getPreferences().colorSchemeProperty().addListener(follow);
  }

  /** Changes all windows, at once. */
  public void set(Theme next) {
    theme = next;
    apply();
  }

  public Theme theme() {
    return theme;
  }

  public boolean isDark() {
    return switch (theme) {
      case DARK -> true;
      case LIGHT -> false;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private void apply() {
    Application.setUserAgentStylesheet(
        isDark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Adds what the theme does not know: this program's own styles and those of ControlsFX. */
  public static void dress(Scene scene) {
    if (!scene.getStylesheets().contains(STYLES)) {
      scene.getStylesheets().add(STYLES);
    }
  }
}
