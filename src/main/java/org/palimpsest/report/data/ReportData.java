package org.palimpsest.report.data;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.registry.ModelCard;

/**
 * Everything a report says, before it is put into words.
 *
 * @param details what the case is about
 * @param caseFile where the case is
 * @param program this program with its version
 * @param at when the report was written
 * @param version 1 for the first report of this case, 2 for the next
 * @param listed the reported exhibits, worst first
 * @param notSelected exhibits of the case that were left out of the report
 * @param detailed those described in full, in the same order
 * @param cards cards of the models used, by the SHA-256 of their weights
 * @param custody the audit log
 * @param protection whether sources are redacted
 */
public record ReportData(
    CaseDetails details,
    String caseFile,
    String program,
    Instant at,
    int version,
    List<ListedExhibit> listed,
    int notSelected,
    List<DetailedExhibit> detailed,
    Map<String, ModelCard> cards,
    CustodyFacts custody,
    SourceProtection protection) {
  public ReportData {
    listed = List.copyOf(listed);
    detailed = List.copyOf(detailed);
    cards = Map.copyOf(cards);
  }

  /** The card of an examination's model, if a model with those very weights is still known. */
  public Optional<ModelCard> card(String weightsSha256) {
    return Optional.ofNullable(cards.get(weightsSha256));
  }

  /** Whether the report is about one exhibit only. */
  public boolean isSingle() {
    return listed.size() == 1;
  }
}
