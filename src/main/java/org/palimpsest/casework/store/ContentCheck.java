package org.palimpsest.casework.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.palimpsest.tasks.Progress;

/**
 * Compares every row that the audit log vouches for with its entry, the columns that repeat a
 * content with that content, and what applies at present with what it is derived from.
 */
final class ContentCheck {
  /** Tables of contents: name, the entry's action, columns that repeat fields of the content. */
  private record Kept(String table, AuditAction action, Map<String, String> repeated) {}

  private static final List<Kept> TABLES =
      List.of(
          new Kept("details", AuditAction.DETAILS_CHANGED, Map.of()),
          new Kept("exhibit", AuditAction.EXHIBIT_ADDED, Map.of("item", "/item", "id", "/item")),
          new Kept(
              "intake",
              AuditAction.EXHIBIT_RECEIVED,
              Map.of("sha256", "/file/sha256", "bytes", "/file/bytes")),
          new Kept("failure", AuditAction.EXAMINATION_FAILED, Map.of()),
          new Kept(
              "annotation",
              AuditAction.ANNOTATED,
              Map.of("annotation", "/id", "version", "/version", "exhibit", "/exhibit")),
          new Kept(
              "finding",
              AuditAction.FINDING_RECORDED,
              Map.of("finding", "/id", "version", "/version", "exhibit", "/exhibit")));

  private final Sql sql;
  private final Content content;
  private final Progress progress;
  private final List<Flaw> flaws = new ArrayList<>();
  private int examinations;

  ContentCheck(Sql sql, Content content, Progress progress) {
    this.sql = sql;
    this.content = content;
    this.progress = progress;
  }

  int examinations() {
    return examinations;
  }

  /** What was found so far. */
  List<Flaw> flaws() {
    return flaws;
  }

  /**
   * Looks at everything.
   *
   * @return whether all holds
   */
  boolean run() throws SQLException, CaseException {
    for (Kept kept : TABLES) {
      check(kept);
    }
    checkExaminations();
    checkNothingIsGone();
    checkTags();
    checkStanding();
    return flaws.isEmpty();
  }

  private void flaw(String place, String sentence) {
    flaws.add(new Flaw(place, sentence));
  }

  private void check(Kept kept) throws SQLException, CaseException {
    List<String> columns = List.copyOf(kept.repeated().keySet());
    StringBuilder more = new StringBuilder();
    columns.forEach(column -> more.append(", t.").append(column));
    String query =
        "SELECT t.rowid, t.content, a.digest, a.action%s FROM %s t LEFT JOIN audit a ON a.seq = t.entry"
            .formatted(more, kept.table());
    record Row(String place, String content, List<String> repeated) {}
    List<Row> rows =
        sql.list(
            query,
            row -> {
              String place = "%s %d".formatted(kept.table(), row.getLong(1));
              String text = row.getString(2);
              if (!Content.digest(text).equals(row.getString(3))
                  || !kept.action().name().equals(row.getString(4))) {
                flaw(place, "Its content is not the one that the audit log recorded.");
              }
              List<String> repeated = new ArrayList<>();
              for (int i = 0; i < columns.size(); i++) {
                repeated.add(row.getString(5 + i));
              }
              return new Row(place, text, repeated);
            });
    for (Row row : rows) {
      JsonNode node = content.read(row.content(), JsonNode.class);
      for (int i = 0; i < columns.size(); i++) {
        String field = Objects.requireNonNull(kept.repeated().get(columns.get(i)));
        if (!node.at(field).asText().equals(row.repeated().get(i))) {
          flaw(row.place(), "Its %s was changed.".formatted(columns.get(i)));
        }
      }
    }
  }

  private void checkExaminations() throws SQLException, CaseException {
    List<Long> ids = sql.list("SELECT id FROM examination ORDER BY id", row -> row.getLong(1));
    for (long id : ids) {
      if (progress.isCancelled()) {
        return;
      }
      progress.report(examinations, ids.size(), "examinations");
      flaws.addAll(new ExaminationCheck(sql, content, id).flaws());
      examinations++;
    }
  }

  /** Entries that vouch for a content of which no row is left. */
  private void checkNothingIsGone() throws SQLException {
    StringBuilder query =
        new StringBuilder("SELECT seq, action FROM audit WHERE digest <> '' AND seq NOT IN (");
    TABLES.forEach(
        kept -> query.append("SELECT entry FROM ").append(kept.table()).append(" UNION "));
    query.append("SELECT entry FROM examination) ORDER BY seq");
    sql.list(query.toString(), row -> Map.entry(row.getLong(1), row.getString(2)))
        .forEach(
            entry ->
                flaw(
                    "audit entry %d".formatted(entry.getKey()),
                    "What it recorded (%s) is gone.".formatted(entry.getValue())));
  }

  /** Tags change in place, so their history is played again from the log. */
  private void checkTags() throws SQLException, CaseException {
    Map<Long, Set<Long>> carried = new HashMap<>();
    record Step(String action, String facts) {}
    List<Step> steps =
        sql.list(
            "SELECT action, facts FROM audit WHERE action IN ('TAGGED', 'UNTAGGED', 'TAG_REMOVED')"
                + " ORDER BY seq",
            row -> new Step(row.getString(1), row.getString(2)));
    for (Step step : steps) {
      JsonNode facts = content.read(step.facts(), JsonNode.class);
      Set<Long> exhibits =
          carried.computeIfAbsent(facts.path("tag").asLong(), t -> new HashSet<>());
      for (JsonNode exhibit : facts.path("exhibits")) {
        if (step.action().equals("TAGGED")) {
          exhibits.add(exhibit.asLong());
        } else {
          exhibits.remove(exhibit.asLong());
        }
      }
    }
    Map<Long, Set<Long>> found = new HashMap<>();
    sql.list(
            "SELECT tag, exhibit FROM exhibit_tag",
            row -> Map.entry(row.getLong(1), row.getLong(2)))
        .forEach(
            pair ->
                found.computeIfAbsent(pair.getKey(), t -> new HashSet<>()).add(pair.getValue()));
    carried.values().removeIf(Set::isEmpty);
    if (!carried.equals(found)) {
      flaw("tags", "Which exhibits carry them is not what the audit log recorded.");
    }
  }

  private void checkStanding() throws SQLException {
    sql.list(
            "SELECT s.exhibit FROM standing s LEFT JOIN intake i ON i.exhibit = s.exhibit WHERE"
                + " s.sha256 IS NOT i.sha256 OR s.bytes IS NOT i.bytes OR s.examination IS NOT"
                + " (SELECT max(id) FROM examination x WHERE x.exhibit = s.exhibit) OR"
                + " s.examinations <> (SELECT count(*) FROM examination x WHERE x.exhibit ="
                + " s.exhibit) ORDER BY s.exhibit",
            row -> row.getLong(1))
        .forEach(
            exhibit ->
                flaw(
                    "exhibit %d".formatted(exhibit),
                    "Its row in the list is not what its intake and examinations say."));
    sql.list(
            "SELECT id FROM exhibit WHERE id NOT IN (SELECT exhibit FROM standing) ORDER BY id",
            row -> row.getLong(1))
        .forEach(exhibit -> flaw("exhibit %d".formatted(exhibit), "Its row in the list is gone."));
  }
}
