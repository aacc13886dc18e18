package org.palimpsest.casework.store;

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
  // One table, read by position: a list of thousands is asked for often.
  private static final String QUERY =
      """
      SELECT s.exhibit, s.item, s.name, s.path, s.storage, s.state, s.bytes, s.sha256, s.width,
        s.height,
        (SELECT min(d.exhibit) FROM standing d
          WHERE d.sha256 = s.sha256 AND d.withdrawn = 0),
        s.examinations, s.error_code, s.error, s.conclusion, s.review, s.added_at, s.changed_at,
        s.examination, s.model, s.outcome, s.score, s.area, s.peak, s.regions, s.examined_at
      FROM standing s
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
    return sql.list(QUERY + "WHERE s.withdrawn = 0 ORDER BY s.exhibit", rows::row);
  }

  /** Rows that were withdrawn, by item number. */
  static List<ExhibitRow> withdrawn(Sql sql, CaseFolder folder) throws SQLException {
    ExhibitRows rows = new ExhibitRows(folder);
    rows.take(sql.list("SELECT exhibit, tag FROM exhibit_tag", ExhibitRows::pair));
    return sql.list(QUERY + "WHERE s.withdrawn = 1 ORDER BY s.exhibit", rows::row);
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
    long id = row.getLong(1);
    Storage storage = Storage.valueOf(row.getString(5));
    Integer twin = intOrNull(row, 11);
    String conclusion = row.getString(15);
    String review = row.getString(16);
    return new ExhibitRow(
        id,
        row.getInt(2),
        row.getString(3),
        folder.resolve(row.getString(4), storage),
        storage,
        ExhibitState.valueOf(row.getString(6)),
        longOrNull(row, 7),
        row.getString(8),
        intOrNull(row, 9),
        intOrNull(row, 10),
        twin == null || twin == id ? null : twin,
        latest(row),
        row.getInt(12),
        tags.getOrDefault(id, Set.of()),
        row.getString(13),
        row.getString(14),
        conclusion == null ? null : Outcome.valueOf(conclusion),
        review == null ? null : ReviewStatus.valueOf(review),
        Instant.parse(row.getString(17)),
        Instant.parse(row.getString(18)));
  }

  private static @Nullable LatestResult latest(ResultSet row) throws SQLException {
    long examination = row.getLong(19);
    return row.wasNull() ? null : result(row, examination, 20);
  }

  /**
   * The result in a row that has model, outcome, score, area, peak, regions and time next to each
   * other.
   *
   * @param first the column of the model
   */
  static LatestResult result(ResultSet row, long examination, int first) throws SQLException {
    return new LatestResult(
        examination,
        row.getString(first),
        Outcome.valueOf(row.getString(first + 1)),
        row.getDouble(first + 2),
        row.getDouble(first + 3),
        row.getDouble(first + 4),
        row.getInt(first + 5),
        Instant.parse(row.getString(first + 6)));
  }

  private static @Nullable Long longOrNull(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Integer intOrNull(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
