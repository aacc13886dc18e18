package org.palimpsest.report.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.AuditAction;
import org.palimpsest.casework.store.AuditEntry;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.Exhibit;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.tasks.Progress;

/** Reads out of a case what a report is made of, and hashes its exhibits again. */
public final class CaseReader {
  /** Entries of the audit log that a person will read; the machine-readable report has them all. */
  private static final int LISTED_ENTRIES = 400;

  private static final int PAGE = 1000;

  private final CaseFile file;
  private final ModelRegistry registry;
  private final String program;
  private final Instant at;

  /**
   * A reader of one case.
   *
   * @param registry where the cards of the models are
   * @param program this program with its version
   * @param at the time of the report
   */
  public CaseReader(CaseFile file, ModelRegistry registry, String program, Instant at) {
    this.file = file;
    this.registry = registry;
    this.program = program;
    this.at = at;
  }

  /**
   * Everything for a report.
   *
   * @param custody what verifying the audit log gave
   * @throws CancelledReportException when the progress says so
   */
  public ReportData read(
      Selection selection, SourceProtection protection, CustodyCheck custody, Progress progress)
      throws CaseException, CancelledReportException {
    List<ExhibitRow> all = file.exhibits().rows();
    List<ExhibitRow> rows =
        all.stream().filter(row -> selection.holds(row.item())).sorted(worstFirst()).toList();
    List<ListedExhibit> listed = new ArrayList<>();
    for (ExhibitRow row : rows) {
      CancelledReportException.check(progress);
      progress.report(listed.size(), rows.size(), "hashing " + row.name());
      listed.add(ListedExhibit.of(row, FileCheck.of(row.path(), row.sha256(), at)));
    }
    Map<String, ModelCard> cards = new HashMap<>();
    List<DetailedExhibit> detailed = new ArrayList<>();
    for (int i = 0; i < Math.min(selection.detailed(), rows.size()); i++) {
      CancelledReportException.check(progress);
      detailed.add(detailed(rows.get(i), listed.get(i), cards));
    }
    return new ReportData(
        file.details().get(),
        file.path().toString(),
        program,
        at,
        reports() + 1,
        listed,
        all.size() - rows.size(),
        detailed,
        cards,
        custody(custody, detailed),
        protection);
  }

  private DetailedExhibit detailed(
      ExhibitRow row, ListedExhibit listed, Map<String, ModelCard> cards) throws CaseException {
    Exhibit exhibit = file.exhibits().exhibit(row.id());
    LatestResult latest = row.latest();
    ExaminationRecord record =
        latest == null ? null : file.examinations().record(latest.examination());
    if (record != null) {
      addCard(record, cards);
    }
    return new DetailedExhibit(
        listed,
        exhibit.content().receipt(),
        exhibit.content().path(),
        exhibit.content().storage(),
        exhibit.content().addedAt(),
        exhibit.receivedAt(),
        exhibit.facts(),
        record,
        file.examinations().of(row.id()),
        file.findings().of(row.id()));
  }

  /** The card of a record's model: only of those very weights, whatever the model's name. */
  private void addCard(ExaminationRecord record, Map<String, ModelCard> cards) {
    String weights = record.conditions().modelSha256();
    if (cards.containsKey(weights)) {
      return;
    }
    try {
      for (RegisteredModel model : registry.list().models()) {
        if (model.card().weightsSha256().equals(weights)) {
          cards.put(weights, model.card());
          return;
        }
      }
    } catch (ModelException e) {
      // A report says that the card is missing; that folders cannot be listed is the same to it.
      return;
    }
  }

  /** By the worse of the examiner's and the machine's outcome, then by what was marked. */
  private static Comparator<ExhibitRow> worstFirst() {
    return Comparator.<ExhibitRow>comparingInt(CaseReader::rank)
        .thenComparing(row -> row.latest() == null ? 0.0 : -row.latest().areaShare())
        .thenComparing(row -> row.latest() == null ? 0.0 : -row.latest().peak())
        .thenComparing(ExhibitRow::item);
  }

  private static int rank(ExhibitRow row) {
    Outcome machine = row.latest() == null ? null : row.latest().outcome();
    return Math.min(rank(row.conclusion()), rank(machine));
  }

  private static int rank(@Nullable Outcome outcome) {
    return outcome == null ? Outcome.values().length : outcome.ordinal();
  }

  private int reports() throws CaseException {
    int reports = 0;
    List<AuditEntry> entries = file.audit().entries(1, PAGE);
    while (!entries.isEmpty()) {
      for (AuditEntry entry : entries) {
        reports += entry.action().equals(AuditAction.REPORT_WRITTEN.name()) ? 1 : 0;
      }
      entries = file.audit().entries(entries.getLast().seq() + 1, PAGE);
    }
    return reports;
  }

  private CustodyFacts custody(CustodyCheck check, List<DetailedExhibit> detailed)
      throws CaseException {
    Set<Long> wanted = new HashSet<>();
    detailed.forEach(exhibit -> wanted.add(exhibit.listed().id()));
    List<AuditEntry> listed = new ArrayList<>();
    List<AuditEntry> entries = file.audit().entries(1, PAGE);
    while (!entries.isEmpty() && listed.size() < LISTED_ENTRIES) {
      for (AuditEntry entry : entries) {
        if ((entry.exhibit() == null || wanted.contains(entry.exhibit()))
            && listed.size() < LISTED_ENTRIES) {
          listed.add(entry);
        }
      }
      entries = file.audit().entries(entries.getLast().seq() + 1, PAGE);
    }
    return new CustodyFacts(
        listed, file.audit().size(), file.audit().head().sha256(), check.holds(), check.result());
  }
}
