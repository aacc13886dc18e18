package org.palimpsest.casework.store;

import java.util.Set;

/**
 * What a committed change touched.
 *
 * @param kinds what kinds of things
 * @param exhibits ids of exhibits whose {@link ExhibitRow} may read differently now
 */
public record CaseChange(Set<Kind> kinds, Set<Long> exhibits) {
  /** Kinds of things in a case. */
  public enum Kind {
    DETAILS,
    EXHIBITS_ADDED,
    EXHIBITS,
    EXAMINATIONS,
    QUEUE,
    TAGS,
    ANNOTATIONS,
    FINDINGS
  }

  public CaseChange {
    kinds = Set.copyOf(kinds);
    exhibits = Set.copyOf(exhibits);
  }
}
