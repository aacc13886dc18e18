package org.palimpsest.settings;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words a person reads in the window, from one bundle with a file per language. Keys read
 * {@code feature.element.property}; a missing key is an error, never a blank label.
 */
public final class Messages {
  private static final String BUNDLE = "org.palimpsest.settings.messages";

  private final ResourceBundle bundle;
  private final Locale locale;

  /** The words in a language; English where there is no such file. */
  public Messages(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The language that was asked for, for numbers and dates beside the words. */
  public Locale locale() {
    return locale;
  }

  /**
   * The words of a key.
   *
   * @param values put in place of {@code {0}}, {@code {1}} and so on, by the rules of {@link
   *     MessageFormat}: an apostrophe in the file is written twice
   */
  public String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
