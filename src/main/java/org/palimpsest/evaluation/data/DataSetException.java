package org.palimpsest.evaluation.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A data set that holds nothing to measure. The message is one sentence for the user. */
public final class DataSetException extends Exception {
  private static final long serialVersionUID = 1;
  private final String code;

  DataSetException(String code, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.code = code;
  }

  static DataSetException missing(Path path) {
    return new DataSetException("EVA-01", "There is no data set at %s.".formatted(path), null);
  }

  static DataSetException empty(Path path) {
    return new DataSetException("EVA-02", "There is no picture in %s.".formatted(path), null);
  }

  static DataSetException noPairs(Path path) {
    return new DataSetException(
        "EVA-02", "There is no pair of folders Tp and Gt in %s.".formatted(path), null);
  }

  static DataSetException badList(Path path, String why, @Nullable Throwable cause) {
    return new DataSetException(
        "EVA-03", "%s is no list of pictures and masks: %s.".formatted(path, why), cause);
  }

  static DataSetException unreadable(Path path, Throwable cause) {
    return new DataSetException("EVA-04", "%s cannot be listed.".formatted(path), cause);
  }

  /** Short and stable, for example {@code EVA-02}; for documentation and support. */
  public String code() {
    return code;
  }
}
