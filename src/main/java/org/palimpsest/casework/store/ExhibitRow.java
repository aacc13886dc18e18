package org.palimpsest.casework.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;

/**
 * An exhibit as a list shows it.
 *
 * @param id by which the case knows it
 * @param item its number in this case, 1, 2, 3, …
 * @param name its file's name
 * @param path where its bytes are at present, absolute
 * @param storage whether that is the original or the case's copy
 * @param state how far the work on it is
 * @param bytes length of the file; null until it was read
 * @param sha256 digest of the file; null until it was read
 * @param width pixels per row of the upright picture; null until it was decoded
 * @param height its rows
 * @param duplicateOf smallest item number with the same bytes, where that is another one
 * @param latest result of its latest examination; null without one
 * @param examinations how many examinations there are
 * @param tags ids of its tags
 * @param errorCode code of what went wrong last; null when nothing did
 * @param error that in one sentence
 * @param conclusion the examiner's conclusion of the latest finding; null without one
 * @param review how far that finding has been looked at
 * @param addedAt when it came into the case
 * @param changedAt when anything of this row changed last
 */
public record ExhibitRow(
    long id,
    int item,
    String name,
    Path path,
    Storage storage,
    ExhibitState state,
    @Nullable Long bytes,
    @Nullable String sha256,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Integer duplicateOf,
    @Nullable LatestResult latest,
    int examinations,
    Set<Long> tags,
    @Nullable String errorCode,
    @Nullable String error,
    @Nullable Outcome conclusion,
    @Nullable ReviewStatus review,
    Instant addedAt,
    Instant changedAt) {
  public ExhibitRow {
    tags = Set.copyOf(tags);
  }
}
