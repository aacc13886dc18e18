package org.palimpsest.ui.dialogs;

import java.util.List;

/**
 * Files that a chooser offers.
 *
 * @param name for a person, e.g. "Pictures"
 * @param patterns such as {@code *.png}
 */
public record FileKind(String name, List<String> patterns) {
  public FileKind {
    patterns = List.copyOf(patterns);
  }
}
