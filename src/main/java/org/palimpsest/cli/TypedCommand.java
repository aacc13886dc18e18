package org.palimpsest.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The command line as it was typed, for records. */
final class TypedCommand {
  private TypedCommand() {}

  /** The words of a running verb, the program's name first. */
  static List<String> of(CommandLine verb) {
    CommandLine root = verb;
    while (root.getParent() != null) {
      root = root.getParent();
    }
    CommandLine.ParseResult parsed = root.getParseResult();
    List<String> words = new ArrayList<>(List.of(root.getCommandName()));
    words.addAll(parsed == null ? List.of() : parsed.originalArgs());
    return words;
  }
}
