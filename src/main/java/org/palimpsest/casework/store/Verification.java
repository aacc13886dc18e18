package org.palimpsest.casework.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What verifying a case found.
 *
 * @param flaws what does not hold, in the order in which it was looked at: the file, the audit log,
 *     what the log vouches for, the exhibits
 * @param entries entries of the audit log that were walked
 * @param examinations examinations whose record and map were compared with the log
 * @param exhibits exhibits whose bytes were read and hashed again
 * @param unread exhibits in the list that were never read, so that there is nothing to compare
 * @param head digest of the newest entry
 * @param complete whether everything was looked at; not when it was cancelled
 * @param at when
 */
public record Verification(
    List<Flaw> flaws,
    long entries,
    int examinations,
    int exhibits,
    int unread,
    String head,
    boolean complete,
    Instant at) {
  public Verification {
    flaws = List.copyOf(flaws);
  }

  /** Whether everything was looked at and holds. */
  public boolean holds() {
    return complete && flaws.isEmpty();
  }

  /** The first place that does not hold. */
  public Optional<Flaw> first() {
    return flaws.stream().findFirst();
  }
}
