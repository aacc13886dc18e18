package org.palimpsest.casework.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;

/**
 * What examiners conclude. A change is a new version and none is lost. A finding begins as a draft;
 * another person than its author signs it; a signed one can be released. Changing its words makes
 * it a draft again, since the second reader agreed to other words.
 */
public final class Findings {
  private final Database database;

  Findings(Database database) {
    this.database = database;
  }

  /** The findings about an exhibit as they stand, without those withdrawn. */
  public List<Finding> of(long exhibit) throws CaseException {
    return list(
            "SELECT content FROM finding f WHERE exhibit = ? AND version = (SELECT max(version)"
                + " FROM finding g WHERE g.finding = f.finding) ORDER BY finding",
            exhibit)
        .stream()
        .filter(finding -> !finding.withdrawn())
        .toList();
  }

  /** All versions of a finding, oldest first. */
  public List<Finding> history(long finding) throws CaseException {
    return list("SELECT content FROM finding WHERE finding = ? ORDER BY version", finding);
  }

  private List<Finding> list(String query, long key) throws CaseException {
    List<String> contents = database.read(sql -> sql.list(query, row -> row.getString(1), key));
    List<Finding> findings = new ArrayList<>();
    for (String content : contents) {
      findings.add(database.content().read(content, Finding.class));
    }
    return findings;
  }

  /** Records a new finding; its author is who makes the change. */
  public Finding add(long exhibit, FindingDraft draft) throws CaseException {
    return database.write(
        change -> {
          Exhibits.require(change.sql(), exhibit);
          long id = change.sql().number("SELECT coalesce(max(finding), 0) + 1 FROM finding");
          String author = change.actor().person();
          return insert(
              change,
              new Finding(
                  id,
                  exhibit,
                  1,
                  draft,
                  machine(change.sql(), exhibit, draft),
                  ReviewStatus.DRAFT,
                  null,
                  false,
                  author,
                  author,
                  change.at()));
        });
  }

  /** Changes what a finding says; it is a draft again. */
  public Finding set(long finding, FindingDraft draft) throws CaseException {
    return database.write(
        change -> {
          Finding last = last(change, finding);
          return next(
              change,
              last,
              draft,
              machine(change.sql(), last.exhibit(), draft),
              ReviewStatus.DRAFT,
              null,
              false);
        });
  }

  /**
   * The second reader agrees to the finding as it stands.
   *
   * @param reader another person than its author
   */
  public Finding sign(long finding, String reader, String remark) throws CaseException {
    String name = reader.strip();
    return database.write(
        change -> {
          Finding last = last(change, finding);
          if (name.isEmpty() || name.equalsIgnoreCase(last.author().strip())) {
            throw CaseException.refused(
                "A finding is signed by a second reader, not by its author %s."
                    .formatted(last.author()));
          }
          if (last.withdrawn() || last.draft().justification().isBlank()) {
            throw CaseException.refused("A finding without a justification cannot be signed.");
          }
          SignOff signOff = new SignOff(name, remark, change.at());
          return next(
              change, last, last.draft(), last.machine(), ReviewStatus.REVIEWED, signOff, false);
        });
  }

  /** Releases a signed finding for reports. */
  public Finding release(long finding) throws CaseException {
    return database.write(
        change -> {
          Finding last = last(change, finding);
          if (last.status() == ReviewStatus.DRAFT || last.withdrawn()) {
            throw CaseException.refused("Only a finding that a second reader has signed is final.");
          }
          return next(
              change,
              last,
              last.draft(),
              last.machine(),
              ReviewStatus.FINAL,
              last.signOff(),
              false);
        });
  }

  /** Takes a finding back; its versions stay in the case. */
  public Finding withdraw(long finding) throws CaseException {
    return database.write(
        change -> {
          Finding last = last(change, finding);
          return next(change, last, last.draft(), last.machine(), ReviewStatus.DRAFT, null, true);
        });
  }

  private static Finding last(Transaction change, long id) throws SQLException, CaseException {
    String content =
        change
            .sql()
            .first(
                "SELECT content FROM finding WHERE finding = ? ORDER BY version DESC LIMIT 1",
                row -> row.getString(1),
                id)
            .orElseThrow(() -> CaseException.unknown("finding", id));
    return change.read(content, Finding.class);
  }

  private static @Nullable Outcome machine(Sql sql, long exhibit, FindingDraft draft)
      throws SQLException, CaseException {
    Long examination = draft.examination();
    if (examination == null) {
      return null;
    }
    return sql.first(
            "SELECT outcome FROM examination WHERE id = ? AND exhibit = ?",
            row -> Outcome.valueOf(row.getString(1)),
            examination,
            exhibit)
        .orElseThrow(() -> CaseException.unknown("examination", examination));
  }

  private static Finding next(
      Transaction change,
      Finding last,
      FindingDraft draft,
      @Nullable Outcome machine,
      ReviewStatus status,
      @Nullable SignOff signOff,
      boolean withdrawn)
      throws SQLException, CaseException {
    return insert(
        change,
        new Finding(
            last.id(),
            last.exhibit(),
            last.version() + 1,
            draft,
            machine,
            status,
            signOff,
            withdrawn,
            last.author(),
            change.actor().person(),
            change.at()));
  }

  private static Finding insert(Transaction change, Finding finding)
      throws SQLException, CaseException {
    String json = change.json(finding);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("finding", finding.id());
    facts.put("version", finding.version());
    facts.put("conclusion", finding.draft().conclusion().words());
    facts.put("status", finding.withdrawn() ? "withdrawn" : finding.status().name());
    long entry = change.audit(AuditAction.FINDING_RECORDED, finding.exhibit(), facts, json);
    change
        .sql()
        .run(
            "INSERT INTO finding (finding, version, exhibit, entry, content)"
                + " VALUES (?, ?, ?, ?, ?)",
            finding.id(),
            finding.version(),
            finding.exhibit(),
            entry,
            json);
    stand(change, finding.exhibit());
    change.touch(CaseChange.Kind.FINDINGS, finding.exhibit());
    return finding;
  }

  /** The list shows the finding that was written last among those that were not withdrawn. */
  private static void stand(Transaction change, long exhibit) throws SQLException, CaseException {
    Finding shown = null;
    List<String> contents =
        change
            .sql()
            .list(
                "SELECT content FROM finding f WHERE exhibit = ? AND version = (SELECT max(version)"
                    + " FROM finding g WHERE g.finding = f.finding) ORDER BY id",
                row -> row.getString(1),
                exhibit);
    for (String content : contents) {
      Finding finding = change.read(content, Finding.class);
      shown = finding.withdrawn() ? shown : finding;
    }
    change
        .sql()
        .run(
            "UPDATE standing SET conclusion = ?, review = ?, changed_at = ? WHERE exhibit = ?",
            shown == null ? null : shown.draft().conclusion().name(),
            shown == null ? null : shown.status().name(),
            change.at().toString(),
            exhibit);
  }
}
