package org.palimpsest.casework.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the file is sound as a database and still has the tables and triggers that make it
 * append-only.
 */
final class SchemaCheck {
  private final Sql sql;

  SchemaCheck(Sql sql) {
    this.sql = sql;
  }

  List<Flaw> flaws() throws SQLException {
    List<Flaw> flaws = new ArrayList<>();
    for (String line : sql.list("PRAGMA integrity_check(5)", row -> row.getString(1))) {
      if (!line.equals("ok")) {
        flaws.add(new Flaw("case file", "SQLite finds it damaged: %s.".formatted(line)));
      }
    }
    if (sql.first("PRAGMA foreign_key_check", row -> true).isPresent()) {
      flaws.add(new Flaw("case file", "A row refers to one that is missing."));
    }
    Map<String, String> expected = expected();
    Map<String, String> found = schema(sql);
    expected.forEach(
        (name, definition) -> {
          if (!definition.equals(found.get(name))) {
            flaws.add(new Flaw(name, "This part of the format is missing or was changed."));
          }
        });
    found.keySet().stream()
        .filter(name -> !expected.containsKey(name))
        .forEach(name -> flaws.add(new Flaw(name, "This is no part of the format.")));
    return flaws;
  }

  private static Map<String, String> expected() throws SQLException {
    try (Sql fresh = new Sql(DriverManager.getConnection("jdbc:sqlite::memory:"))) {
      Migrations.apply(fresh, 0);
      return schema(fresh);
    }
  }

  private static Map<String, String> schema(Sql sql) throws SQLException {
    Map<String, String> schema = new TreeMap<>();
    sql.list(
            "SELECT type || ' ' || name, sql FROM sqlite_schema"
                + " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
            row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(entry -> schema.put(entry.getKey(), entry.getValue()));
    return schema;
  }
}
