package org.palimpsest.report.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.Sha256;

/**
 * An exhibit's file as it was found when the report was written.
 *
 * @param state how it compares with what was received
 * @param sha256 digest found, 64 hexadecimal digits; null where nothing could be read
 * @param at when it was looked at
 */
public record FileCheck(State state, @Nullable String sha256, Instant at) {
  /** How a file compares with what was received. */
  public enum State {
    AS_RECEIVED("as received"),
    CHANGED("CHANGED since it was received"),
    MISSING("no longer where it was"),
    UNREADABLE("there, but cannot be read"),
    NEVER_READ("never read");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** The wording for people. */
    public String words() {
      return words;
    }
  }

  /**
   * Hashes a file again.
   *
   * @param expected digest at intake; null when it was never read
   */
  public static FileCheck of(Path file, @Nullable String expected, Instant at) {
    if (expected == null) {
      return new FileCheck(State.NEVER_READ, null, at);
    }
    if (!Files.exists(file)) {
      return new FileCheck(State.MISSING, null, at);
    }
    try {
      String found = Sha256.of(file).hex();
      return new FileCheck(found.equals(expected) ? State.AS_RECEIVED : State.CHANGED, found, at);
    } catch (AccessDeniedException e) {
      return new FileCheck(State.UNREADABLE, null, at);
    } catch (IOException e) {
      return new FileCheck(Files.exists(file) ? State.UNREADABLE : State.MISSING, null, at);
    }
  }

  /** Whether the bytes are those that were received. */
  public boolean holds() {
    return state == State.AS_RECEIVED;
  }
}
