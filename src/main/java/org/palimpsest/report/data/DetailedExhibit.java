package org.palimpsest.report.data;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.IntakeFacts;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.Storage;

/**
 * An exhibit that the report describes in full.
 *
 * @param listed as the list shows it
 * @param receipt how it came
 * @param originalPath where it was when it was added
 * @param storage whether the case keeps a copy
 * @param addedAt when it came into the case
 * @param receivedAt when its bytes were first read; null until then
 * @param intake what its bytes said then; null until then
 * @param record its latest examination; null without one
 * @param results all its examinations, oldest first
 * @param findings the examiners', withdrawn ones left out
 */
public record DetailedExhibit(
    ListedExhibit listed,
    Receipt receipt,
    String originalPath,
    Storage storage,
    Instant addedAt,
    @Nullable Instant receivedAt,
    @Nullable IntakeFacts intake,
    @Nullable ExaminationRecord record,
    List<LatestResult> results,
    List<Finding> findings) {
  public DetailedExhibit {
    results = List.copyOf(results);
    findings = List.copyOf(findings);
  }

  public String label() {
    return listed.label();
  }
}
