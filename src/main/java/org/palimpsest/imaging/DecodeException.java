package org.palimpsest.imaging;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that do not become pixels. The message is one sentence for the user; what the decoder said
 * is in the cause.
 */
public final class DecodeException extends Exception {
  private final Reason reason;

  /** Why, with a code that stays the same in every release. */
  public enum Reason {
    /** No signature of a format that is read. */
    NOT_AN_IMAGE("IMG-01"),
    /** A known format, in a variant that is not read. */
    UNSUPPORTED("IMG-02"),
    /** More pixels, or a longer side, than {@link ImageDecoder} accepts. */
    TOO_MANY_PIXELS("IMG-03"),
    /** The decoder gave up. */
    DAMAGED("IMG-04"),
    /** The decoder came to the end of the data before the image was complete. */
    ENDS_EARLY("IMG-05"),
    /** Decoding asked for more memory than there is. */
    OUT_OF_MEMORY("IMG-06"),
    /** A format that is read by a program outside, which this machine lacks. */
    NO_DECODER("IMG-07"),
    /** Decoding would take, or took, more time or room than it may. */
    OVER_LIMIT("IMG-08");

    private final String code;

    Reason(String code) {
      this.code = code;
    }
  }

  DecodeException(Reason reason, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** A short code for logs and tables, for example {@code IMG-03}. */
  public String code() {
    return reason.code;
  }
}
