package org.palimpsest.casework.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Keeps the row that says what applies to an exhibit at present. */
final class Standing {
  private Standing() {}

  /**
   * Sets the state from what is in the queue, or to another where nothing is.
   *
   * @param rest the state of an exhibit without work waiting for it
   */
  static void settle(Transaction change, long exhibit, ExhibitState rest) throws SQLException {
    change
        .sql()
        .run(
            """
            UPDATE standing SET changed_at = ?, state = CASE
              WHEN EXISTS (SELECT 1 FROM job j WHERE j.exhibit = standing.exhibit AND j.running = 1)
                THEN 'RUNNING'
              WHEN EXISTS (SELECT 1 FROM job j WHERE j.exhibit = standing.exhibit) THEN 'QUEUED'
              ELSE ? END
            WHERE exhibit = ?
            """,
            change.at().toString(),
            rest.name(),
            exhibit);
    change.touch(CaseChange.Kind.EXHIBITS, exhibit);
  }

  /** What the state is without any work in the queue. */
  static ExhibitState rest(Sql sql, long exhibit) throws SQLException {
    return sql.first(
            "SELECT error_code, examination, sha256 FROM standing WHERE exhibit = ?",
            row -> {
              if (row.getString(1) != null) {
                return ExhibitState.FAILED;
              }
              if (row.getObject(2) != null) {
                return ExhibitState.DONE;
              }
              return row.getString(3) != null ? ExhibitState.RECEIVED : ExhibitState.NEW;
            },
            exhibit)
        .orElse(ExhibitState.NEW);
  }

  static void error(Transaction change, long exhibit, @Nullable String code, @Nullable String why)
      throws SQLException {
    change
        .sql()
        .run("UPDATE standing SET error_code = ?, error = ? WHERE exhibit = ?", code, why, exhibit);
  }
}
