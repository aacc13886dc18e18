package org.palimpsest.casework.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;

/**
 * What an examiner concludes about an exhibit.
 *
 * @param conclusion one of the three things that may be said
 * @param support how strongly the observations support it
 * @param justification why, in the examiner's words
 * @param regions what it rests on; may be empty
 * @param examination the examination that was considered; null when none was
 */
public record FindingDraft(
    Outcome conclusion,
    Support support,
    String justification,
    List<FindingRegion> regions,
    @Nullable Long examination) {
  public FindingDraft {
    regions = List.copyOf(regions);
  }
}
