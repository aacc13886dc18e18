package org.palimpsest.casework.store;

import java.util.List;
import java.util.Objects;

/**
 * What a case is about. Every text may be empty but the name.
 *
 * @param name by which people know the case
 * @param number of the case where it is kept
 * @param examiner who examines
 * @param organisation for which the examiner works
 * @param requester who asks
 * @param question what is asked
 * @param propositions the propositions that compete, usually two
 * @param notes anything else
 */
public record CaseDetails(
    String name,
    String number,
    String examiner,
    String organisation,
    String requester,
    String question,
    List<String> propositions,
    String notes) {
  public CaseDetails {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A case has a name");
    }
    propositions = List.copyOf(propositions);
    // Cases written before it was asked for lack it.
    organisation = Objects.requireNonNullElse(organisation, "");
  }

  /** A case whose examiner names no organisation. */
  public CaseDetails(
      String name,
      String number,
      String examiner,
      String requester,
      String question,
      List<String> propositions,
      String notes) {
    this(name, number, examiner, "", requester, question, propositions, notes);
  }

  /** A case of which only the name is known. */
  public static CaseDetails named(String name) {
    return new CaseDetails(name, "", "", "", "", List.of(), "");
  }
}
