package org.palimpsest.ui.casefile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.store.Annotation;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.LatestResult;

/**
 * An exhibit with what a finding about it may rest on, as the case says at one moment.
 *
 * @param row the exhibit
 * @param examination its latest examination; null without one
 * @param record what that examination left; null without one
 * @param marks what examiners drew on it
 * @param findings what examiners concluded, the oldest first, without those taken back
 * @param versions how many versions the last of them has
 */
public record Considered(
    ExhibitRow row,
    @Nullable Long examination,
    @Nullable ExaminationRecord record,
    List<Annotation> marks,
    List<Finding> findings,
    int versions) {
  public Considered {
    marks = List.copyOf(marks);
    findings = List.copyOf(findings);
  }

  /** Reads an exhibit from the case; takes as long as reading takes. */
  static Considered of(CaseFile file, long exhibit) throws CaseException {
    ExhibitRow row = file.exhibits().row(exhibit);
    LatestResult latest = row.latest();
    List<Finding> findings = file.findings().of(exhibit);
    return new Considered(
        row,
        latest == null ? null : (Long) latest.examination(),
        latest == null ? null : file.examinations().record(latest.examination()),
        file.annotations().of(exhibit),
        findings,
        findings.isEmpty() ? 0 : file.findings().history(findings.getLast().id()).size());
  }

  Considered with(List<Finding> later, int laterVersions) {
    return new Considered(row, examination, record, marks, later, laterVersions);
  }

  /** The finding that is being worked on. */
  Optional<Finding> finding() {
    return findings.isEmpty() ? Optional.empty() : Optional.of(findings.getLast());
  }
}
