package org.palimpsest.evaluation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is no table of figures. The message is one sentence for the user. */
public final class FigureTableException extends Exception {
  private static final long serialVersionUID = 1;

  FigureTableException(Path file, String why, @Nullable Throwable cause) {
    super("%s is no table of figures: %s.".formatted(file, why), cause);
  }

  /** Short and stable; for documentation and support. */
  public String code() {
    return "EVA-11";
  }
}
