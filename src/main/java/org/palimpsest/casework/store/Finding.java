package org.palimpsest.casework.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;

/**
 * One version of a finding: a person's, kept apart from the machine's prediction.
 *
 * @param id of the finding, the same in all its versions
 * @param exhibit what it is about
 * @param version 1, 2, 3, …
 * @param draft what is concluded and why
 * @param machine the outcome of the examination that was considered; null without one
 * @param status how far it has been looked at
 * @param signOff the second reader's; null while it is a draft
 * @param withdrawn whether this version takes it back
 * @param author the examiner whose conclusion it is
 * @param writer who made this version
 * @param at when
 */
public record Finding(
    long id,
    long exhibit,
    int version,
    FindingDraft draft,
    @Nullable Outcome machine,
    ReviewStatus status,
    @Nullable SignOff signOff,
    boolean withdrawn,
    String author,
    String writer,
    Instant at) {
  /** How it stands to the machine's outcome. */
  public MachineAgreement agreement() {
    return MachineAgreement.of(draft.conclusion(), machine);
  }

  /** Whether it says the opposite of what the machine says, which a report must not leave out. */
  public boolean contradictsMachine() {
    return agreement() == MachineAgreement.CONTRADICTS;
  }
}
