package org.palimpsest.casework.store;

import java.sql.SQLException;
import java.util.Map;

/** What the case is about, in versions: a change adds one. */
public final class Details {
  private final Database database;

  Details(Database database) {
    this.database = database;
  }

  /** The details that apply. */
  public CaseDetails get() throws CaseException {
    return database.read(
        sql ->
            database
                .content()
                .read(
                    sql.first(
                            "SELECT content FROM details ORDER BY version DESC LIMIT 1",
                            row -> row.getString(1))
                        .orElseThrow(),
                    CaseDetails.class));
  }

  /** Replaces the details; those before stay in the case. */
  public void set(CaseDetails details) throws CaseException {
    database.change(change -> add(change, details));
  }

  static void add(Transaction change, CaseDetails details) throws SQLException {
    String json = change.json(details);
    long entry =
        change.audit(AuditAction.DETAILS_CHANGED, null, Map.of("name", details.name()), json);
    change.sql().run("INSERT INTO details (entry, content) VALUES (?, ?)", entry, json);
    change.touch(CaseChange.Kind.DETAILS);
  }
}
