package org.palimpsest.registry.format;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint file is not what its format demands. The message is one sentence for the user, in
 * which names taken from the file are shortened and stripped of control characters.
 */
public final class FormatException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private static final int SHOWN = 80;

  private final String code;

  public FormatException(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  public FormatException(String code, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.code = code;
  }

  /** Short and stable, for example {@code FMT-03}; for documentation and support. */
  public String code() {
    return code;
  }

  /** Text from a file as it may stand in a message: quoted, one line, at most 80 characters. */
  static String shown(String text) {
    return '"' + oneLine(text) + '"';
  }

  /** Text from a file without control characters, at most 80 characters. */
  static String oneLine(String text) {
    String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return start.replaceAll("\\p{C}", "?");
  }
}
