package org.palimpsest.casework.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What went wrong with exhibits, kept for good. */
public final class Failures {
  private final Database database;

  Failures(Database database) {
    this.database = database;
  }

  /**
   * One failure.
   *
   * @param code short stable code
   * @param sentence the reason, for a person
   * @param at when
   */
  public record Failure(String code, String sentence, Instant at) {}

  /** The failures of an exhibit, oldest first. */
  public List<Failure> of(long exhibit) throws CaseException {
    return database.read(
        sql -> {
          List<String> contents =
              sql.list(
                  "SELECT content FROM failure WHERE exhibit = ? ORDER BY id",
                  row -> row.getString(1),
                  exhibit);
          List<Failure> failures = new java.util.ArrayList<>();
          for (String content : contents) {
            failures.add(database.content().read(content, Failure.class));
          }
          return failures;
        });
  }

  static void record(Transaction change, long exhibit, String code, String sentence)
      throws SQLException {
    String json = change.json(new Failure(code, sentence, change.at()));
    long entry = change.audit(AuditAction.EXAMINATION_FAILED, exhibit, Map.of("code", code), json);
    change
        .sql()
        .run(
            "INSERT INTO failure (exhibit, entry, content) VALUES (?, ?, ?)", exhibit, entry, json);
    Standing.error(change, exhibit, code, sentence);
    change.touch(CaseChange.Kind.EXHIBITS, exhibit);
  }
}
