package org.palimpsest.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The append-only, hash-chained log of everything that was done to the case. */
public final class AuditLog {
  private static final String COLUMNS =
      "SELECT seq, at, person, program, action, exhibit, facts, digest, previous, sha256 FROM audit"
          + " ";

  private final Database database;

  AuditLog(Database database) {
    this.database = database;
  }

  /** At most {@code limit} entries from a number on, in their order. */
  public List<AuditEntry> entries(long from, int limit) throws CaseException {
    return database.read(sql -> from(sql, from, limit));
  }

  /** The entries about one exhibit, in their order. */
  public List<AuditEntry> of(long exhibit) throws CaseException {
    return database.read(
        sql -> sql.list(COLUMNS + "WHERE exhibit = ? ORDER BY seq", AuditLog::entry, exhibit));
  }

  public long size() throws CaseException {
    return database.read(sql -> sql.number("SELECT count(*) FROM audit"));
  }

  /**
   * The newest entry. Its digest stands for the whole log: written down elsewhere, it shows later
   * whether entries were cut off at the end.
   */
  public AuditEntry head() throws CaseException {
    return database.read(sql -> last(sql).orElseThrow());
  }

  /** Whether an entry with this digest is in the log. */
  public boolean contains(String sha256) throws CaseException {
    return database.read(
        sql -> sql.number("SELECT count(*) FROM audit WHERE sha256 = ?", sha256) > 0);
  }

  /** Records that something was made out of the case, such as a report. */
  public void note(AuditAction action, Map<String, ?> facts) throws CaseException {
    database.change(change -> change.audit(action, null, facts));
  }

  static List<AuditEntry> from(Sql sql, long from, int limit) throws SQLException {
    return sql.list(COLUMNS + "WHERE seq >= ? ORDER BY seq LIMIT ?", AuditLog::entry, from, limit);
  }

  static Optional<AuditEntry> last(Sql sql) throws SQLException {
    return sql.first(COLUMNS + "ORDER BY seq DESC LIMIT 1", AuditLog::entry);
  }

  static void insert(Sql sql, AuditEntry entry) throws SQLException {
    sql.run(
        "INSERT INTO audit (seq, at, person, program, action, exhibit, facts, digest, previous,"
            + " sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.seq(),
        entry.at(),
        entry.person(),
        entry.program(),
        entry.action(),
        entry.exhibit(),
        entry.facts(),
        entry.digest(),
        entry.previous(),
        entry.sha256());
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    long number = row.getLong(6);
    @Nullable Long exhibit = row.wasNull() ? null : number;
    return new AuditEntry(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        exhibit,
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }
}
