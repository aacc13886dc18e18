package org.palimpsest.registry;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A model cannot be found, trusted or published. The message is one sentence for the user. */
public final class ModelException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;

  public ModelException(String code, String sentence) {
    this(code, sentence, null);
  }

  public ModelException(String code, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.code = code;
  }

  /** Short and stable, for example {@code MOD-05}; for documentation and support. */
  public String code() {
    return code;
  }
}
