package org.palimpsest.casework.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;

/**
 * The versions of the schema, each a script that leads from the one before. The number of the
 * version is SQLite's {@code user_version}.
 */
final class Migrations {
  /** "PALI", by which a case is told from other SQLite files. */
  static final int APPLICATION_ID = 0x50414C49;

  /** The version that this program writes. */
  static final int CURRENT = 1;

  private Migrations() {}

  static int version(Sql sql) throws SQLException {
    return (int) sql.number("PRAGMA user_version");
  }

  static boolean isCase(Sql sql) throws SQLException {
    return sql.number("PRAGMA application_id") == APPLICATION_ID;
  }

  /** Brings a schema to the current version, inside the caller's transaction. */
  static void apply(Sql sql, int from) throws SQLException {
    for (int version = from + 1; version <= CURRENT; version++) {
      sql.script(script(version));
    }
    sql.script("PRAGMA application_id = " + APPLICATION_ID);
    sql.script("PRAGMA user_version = " + CURRENT);
  }

  static String script(int version) {
    String name = "schema-%d.sql".formatted(version);
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
