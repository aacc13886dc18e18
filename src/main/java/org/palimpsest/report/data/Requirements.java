package org.palimpsest.report.data;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.ReviewStatus;

/**
 * What a report must say before it may be called one. Whatever is missing keeps it a draft that
 * lists its gaps.
 */
public final class Requirements {
  private final List<String> missing = new ArrayList<>();

  private Requirements() {}

  /** What the report lacks, a sentence each; empty when nothing. */
  public static List<String> missing(ReportData data) {
    Requirements requirements = new Requirements();
    requirements.look(data);
    return List.copyOf(requirements.missing);
  }

  private void look(ReportData data) {
    CaseDetails details = data.details();
    require(details.number(), "The case has no number.");
    require(details.examiner(), "The examiner is not named.");
    require(details.requester(), "The requester is not named.");
    require(details.question(), "The question is not stated.");
    if (details.propositions().stream().filter(words -> !words.isBlank()).count() < 2) {
      missing.add("Two competing propositions are not stated.");
    }
    if (!data.custody().holds()) {
      missing.add("The custody of the case does not hold: " + data.custody().result());
    }
    for (ListedExhibit exhibit : data.listed()) {
      if (!exhibit.check().holds()) {
        missing.add("%s is %s.".formatted(exhibit.label(), exhibit.check().state().words()));
      }
      if (exhibit.latest() == null) {
        missing.add(exhibit.label() + " was not examined.");
      }
    }
    data.detailed().forEach(exhibit -> look(data, exhibit));
  }

  private void look(ReportData data, DetailedExhibit exhibit) {
    Receipt receipt = exhibit.receipt();
    if (receipt.how().isBlank() || receipt.from().isBlank() || receipt.by().isBlank()) {
      missing.add(
          "%s: how it was received, from whom or by whom is not stated."
              .formatted(exhibit.label()));
    }
    if (exhibit.findings().isEmpty()) {
      missing.add("%s: the examiner has recorded no finding.".formatted(exhibit.label()));
    }
    for (Finding finding : exhibit.findings()) {
      if (finding.draft().justification().isBlank()) {
        missing.add("%s: the finding is not justified.".formatted(exhibit.label()));
      }
      if (finding.status() != ReviewStatus.FINAL) {
        missing.add(
            finding.signOff() == null
                ? "%s: the finding was not signed by a second reader.".formatted(exhibit.label())
                : "%s: the finding was signed but not released.".formatted(exhibit.label()));
      }
    }
    if (exhibit.record() != null
        && data.card(exhibit.record().conditions().modelSha256()).isEmpty()) {
      missing.add(
          "%s: the card of the model that examined it is not on this machine, so the method cannot be described."
              .formatted(exhibit.label()));
    }
  }

  private void require(String text, String complaint) {
    if (text.isBlank()) {
      missing.add(complaint);
    }
  }
}
