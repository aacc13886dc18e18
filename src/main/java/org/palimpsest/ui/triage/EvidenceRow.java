package org.palimpsest.ui.triage;

import java.util.Locale;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.evidence.VisibleName;

/**
 * An exhibit as the list shows it, with what sorting and searching need worked out once.
 *
 * @param exhibit what the case says of it
 * @param standing how it stands
 * @param name file name with hidden characters written out
 * @param rank how suspect its latest result is, see {@link Suspicion}; negative without one
 * @param sortName the name in lower case
 * @param search everything the text filter looks at, in lower case
 */
public record EvidenceRow(
    ExhibitRow exhibit,
    Standing standing,
    String name,
    double rank,
    String sortName,
    String search) {
  static EvidenceRow of(ExhibitRow exhibit, Suspicion suspicion) {
    LatestResult latest = exhibit.latest();
    String name = VisibleName.of(exhibit.name());
    String sha256 = exhibit.sha256() == null ? "" : exhibit.sha256();
    String sortName = name.toLowerCase(Locale.ROOT);
    return new EvidenceRow(
        exhibit,
        Standing.of(exhibit),
        name,
        latest == null ? -1 : suspicion.rank(latest),
        sortName,
        sortName
            + '\n'
            + VisibleName.of(exhibit.path().toString()).toLowerCase(Locale.ROOT)
            + '\n'
            + sha256);
  }

  public long id() {
    return exhibit.id();
  }

  /** Whether something went wrong with it, an earlier result or not. */
  public boolean hasError() {
    return exhibit.errorCode() != null;
  }
}
