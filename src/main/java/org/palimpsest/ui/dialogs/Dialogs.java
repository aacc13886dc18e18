package org.palimpsest.ui.dialogs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Questions and messages that stop a person; called on the FX thread, answered when it returns. */
public interface Dialogs {
  /** Says what went wrong: the sentence, the code and details to copy. */
  void error(Problem problem);

  /** Says something that is no error. */
  void say(String title, String text);

  /**
   * Asks before something is done that a person may not want.
   *
   * @param action the word on the button that does it
   */
  boolean confirm(String title, String question, String action);

  /**
   * Offers several ways on.
   *
   * @param ways words on the buttons, the usual one first
   * @return the index of the chosen way; empty when the dialog was closed
   */
  OptionalInt choose(String title, String question, List<String> ways);

  /** Asks for one line of text; empty when cancelled. */
  Optional<String> ask(String title, String question, String suggestion);

  /** Files to open; none when cancelled. */
  List<Path> openFiles(String title, FileKind kind, @Nullable Path start);

  /** A folder to open. */
  Optional<Path> openFolder(String title, @Nullable Path start);

  /**
   * A file to write to. The chooser has asked before an existing one is chosen.
   *
   * @param suggestion a name without a folder
   */
  Optional<Path> saveFile(String title, FileKind kind, String suggestion, @Nullable Path start);
}
