package org.palimpsest.report.data;

import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.casework.store.MachineAgreement;
import org.palimpsest.casework.store.ReviewStatus;

/**
 * An exhibit as the report's list shows it.
 *
 * @param id by which the case knows it
 * @param item its number in the case
 * @param name its file's name
 * @param path where its bytes are at present
 * @param bytes length of the file; null until it was read
 * @param sha256 digest at intake; null until it was read
 * @param width pixels per row of the upright picture; null until it was decoded
 * @param height its rows
 * @param latest result of its latest examination; null without one
 * @param problem what went wrong last, code and sentence; null when nothing did
 * @param conclusion the examiner's conclusion; null without a finding
 * @param review how far that finding has been looked at
 * @param check its file when the report was written
 */
public record ListedExhibit(
    long id,
    int item,
    String name,
    String path,
    @Nullable Long bytes,
    @Nullable String sha256,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable LatestResult latest,
    @Nullable String problem,
    @Nullable Outcome conclusion,
    @Nullable ReviewStatus review,
    FileCheck check) {
  static ListedExhibit of(ExhibitRow row, FileCheck check) {
    return new ListedExhibit(
        row.id(),
        row.item(),
        row.name(),
        row.path().toString(),
        row.bytes(),
        row.sha256(),
        row.width(),
        row.height(),
        row.latest(),
        row.errorCode() == null ? null : row.error() + " (" + row.errorCode() + ")",
        row.conclusion(),
        row.review(),
        check);
  }

  /** How the examiner's conclusion stands to the latest result. */
  public MachineAgreement agreement() {
    return conclusion == null
        ? MachineAgreement.NOT_EXAMINED
        : MachineAgreement.of(conclusion, latest == null ? null : latest.outcome());
  }

  /** What a reader calls it. */
  public String label() {
    return "Exhibit " + item;
  }

  ListedExhibit named(String otherName, String otherPath, @Nullable String otherProblem) {
    return new ListedExhibit(
        id,
        item,
        otherName,
        otherPath,
        bytes,
        sha256,
        width,
        height,
        latest,
        otherProblem,
        conclusion,
        review,
        check);
  }
}
