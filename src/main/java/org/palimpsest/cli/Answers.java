package org.palimpsest.cli;

import java.io.IOException;
import java.util.Optional;

/** Where a person's answers come from. */
public interface Answers {
  /** Whether there is anybody who could answer. */
  boolean isSomebodyThere();

  /** The next line; empty when there will be none. */
  Optional<String> line() throws IOException;
}
