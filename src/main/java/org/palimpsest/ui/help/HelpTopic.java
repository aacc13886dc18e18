package org.palimpsest.ui.help;

import java.util.Locale;
import org.palimpsest.settings.Messages;

/** A page of the help. */
public enum HelpTopic {
  START,
  LIST,
  VIEWER,
  INSPECTOR,
  QUEUE,
  ANNOTATE,
  CASE,
  LIMITS;

  private String key() {
    return "help.page-" + name().toLowerCase(Locale.ROOT);
  }

  String title(Messages messages) {
    return messages.text(key() + ".title");
  }

  /**
   * The text: paragraphs between empty lines; one that begins with {@code # } is a heading, one
   * with {@code - } a point of a list.
   */
  String text(Messages messages) {
    return messages.text(key() + ".text");
  }
}
