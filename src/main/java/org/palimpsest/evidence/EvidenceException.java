package org.palimpsest.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that could not be taken as evidence. The message is one sentence for the user. */
public final class EvidenceException extends Exception {
  private final Reason reason;

  /** Why, with a code that stays the same in every release. */
  public enum Reason {
    MISSING("EVI-01", "There is no such file"),
    VANISHED("EVI-02", "The file vanished while it was being read"),
    NO_PERMISSION("EVI-03", "The file may not be read by this user"),
    EMPTY("EVI-04", "The file is empty"),
    DIRECTORY("EVI-05", "This is a folder, not a file"),
    TOO_LARGE("EVI-06", "The file is larger than %,d MiB".formatted(Evidence.MAX_BYTES >> 20)),
    READ_ERROR("EVI-07", "The file could not be read"),
    NOT_A_FILE("EVI-08", "This is a device, pipe or socket, not a file"),
    CHANGED("EVI-09", "The file changed while it was being read"),
    NOT_AS_RECEIVED("EVI-10", "The file's content is no longer what was received");

    private final String code;
    private final String sentence;

    Reason(String code, String sentence) {
      this.code = code;
      this.sentence = sentence;
    }
  }

  EvidenceException(Reason reason, Path path, @Nullable Throwable cause) {
    super(reason.sentence + ": " + path, cause);
    this.reason = reason;
  }

  /** A file whose bytes are not those that were received under its name. */
  public static EvidenceException notAsReceived(Path path) {
    return new EvidenceException(Reason.NOT_AS_RECEIVED, path, null);
  }

  public Reason reason() {
    return reason;
  }

  /** A short code for logs and tables, for example {@code EVI-01}. */
  public String code() {
    return reason.code;
  }
}
