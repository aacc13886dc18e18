package org.palimpsest.casework.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;

/** Reads the rows of the evidence list. */
final class ExhibitRows {
  private static final String QUERY =
      """
      SELECT e.id, e.item, e.name, s.path, s.storage, s.state, s.bytes, s.sha256, s.width, s.height,
        (SELECT min(o.item) FROM standing d JOIN exhibit o ON o.id = d.exhibit
          WHERE d.sha256 = s.sha256 AND d.withdrawn = 0 AND d.exhibit < s.exhibit) AS twin,
        s.examinations, s.error_code, s.error, s.conclusion, s.review, s.added_at, s.changed_at,
        x.id AS x_id, x.model, x.outcome, x.score, x.area, x.peak, x.regions, x.at
      FROM standing s JOIN exhibit e ON e.id = s.exhibit
        LEFT JOIN examination x ON x.id = s.examination
      """;

  private final CaseFolder folder;
  private final Map<Long, Set<Long>> tags = new HashMap<>();

  private ExhibitRows(CaseFolder folder) {
    this.folder = folder;
  }

  /** All rows but those withdrawn, by item number. */
  static List<ExhibitRow> all(Sql sql, CaseFolder folder) throws SQLException {
    ExhibitRows rows = new ExhibitRows(folder);
    rows.take(sql.list("SELECT exhibit, tag FROM exhibit_tag", ExhibitRows::pair));
    return sql.list(QUERY + "WHERE s.withdrawn = 0 ORDER BY e.item", rows::row);
  }

  /** Rows that were withdrawn, by item number. */
  static List<ExhibitRow> withdrawn(Sql sql, CaseFolder folder) throws SQLException {
    ExhibitRows rows = new ExhibitRows(folder);
    rows.take(sql.list("SELECT exhibit, tag FROM exhibit_tag", ExhibitRows::pair));
    return sql.list(QUERY + "WHERE s.withdrawn = 1 ORDER BY e.item", rows::row);
  }

  static Optional<ExhibitRow> one(Sql sql, CaseFolder folder, long id) throws SQLException {
    ExhibitRows rows = new ExhibitRows(folder);
    rows.take(
        sql.list("SELECT exhibit, tag FROM exhibit_tag WHERE exhibit = ?", ExhibitRows::pair, id));
    return sql.first(QUERY + "WHERE s.exhibit = ?", rows::row, id);
  }

  private void take(List<long[]> pairs) {
    for (long[] pair : pairs) {
      tags.computeIfAbsent(pair[0], exhibit -> new HashSet<>()).add(pair[1]);
    }
  }

  private static long[] pair(ResultSet row) throws SQLException {
    return new long[] {row.getLong(1), row.getLong(2)};
  }

  private ExhibitRow row(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    Storage storage = Storage.valueOf(row.getString("storage"));
    Path path = folder.resolve(row.getString("path"), storage);
    return new ExhibitRow(
        id,
        row.getInt("item"),
        row.getString("name"),
        path,
        storage,
        ExhibitState.valueOf(row.getString("state")),
        longOrNull(row, "bytes"),
        row.getString("sha256"),
        intOrNull(row, "width"),
        intOrNull(row, "height"),
        intOrNull(row, "twin"),
        latest(row),
        row.getInt("examinations"),
        tags.getOrDefault(id, Set.of()),
        row.getString("error_code"),
        row.getString("error"),
        row.getString("conclusion") == null ? null : Outcome.valueOf(row.getString("conclusion")),
        row.getString("review") == null ? null : ReviewStatus.valueOf(row.getString("review")),
        Instant.parse(row.getString("added_at")),
        Instant.parse(row.getString("changed_at")));
  }

  private static @Nullable LatestResult latest(ResultSet row) throws SQLException {
    long examination = row.getLong("x_id");
    if (row.wasNull()) {
      return null;
    }
    return result(row, examination);
  }

  /** The result in a row that has the columns of an examination. */
  static LatestResult result(ResultSet row, long examination) throws SQLException {
    return new LatestResult(
        examination,
        row.getString("model"),
        Outcome.valueOf(row.getString("outcome")),
        row.getDouble("score"),
        row.getDouble("area"),
        row.getDouble("peak"),
        row.getInt("regions"),
        Instant.parse(row.getString("at")));
  }

  private static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
