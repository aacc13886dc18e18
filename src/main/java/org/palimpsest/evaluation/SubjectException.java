package org.palimpsest.evaluation;

import org.jspecify.annotations.Nullable;

/** A picture of a data set that cannot be measured. The message is one sentence for the user. */
public final class SubjectException extends Exception {
  private static final long serialVersionUID = 1;
  private final String code;

  SubjectException(String code, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.code = code;
  }

  /** Short and stable, for example {@code EVA-08}. */
  public String code() {
    return code;
  }
}
