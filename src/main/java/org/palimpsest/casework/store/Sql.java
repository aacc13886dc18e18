package org.palimpsest.casework.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection with its prepared statements; used by one thread at a time. */
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /** Makes a value of the row a cursor stands on. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Every row of a query, read before the next statement runs. */
  <T> List<T> list(String query, Row<T> reader, @Nullable Object... values) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet cursor = bound(query, values).executeQuery()) {
      while (cursor.next()) {
        rows.add(reader.read(cursor));
      }
    }
    return rows;
  }

  <T> Optional<T> first(String query, Row<T> reader, @Nullable Object... values)
      throws SQLException {
    try (ResultSet cursor = bound(query, values).executeQuery()) {
      return cursor.next() ? Optional.of(reader.read(cursor)) : Optional.empty();
    }
  }

  /** The number in the first column of the only row. */
  long number(String query, @Nullable Object... values) throws SQLException {
    return first(query, row -> row.getLong(1), values).orElseThrow();
  }

  /** Runs one statement and says how many rows it changed. */
  int run(String statement, @Nullable Object... values) throws SQLException {
    return bound(statement, values).executeUpdate();
  }

  /** Inserts one row and gives its id. */
  long insert(String statement, @Nullable Object... values) throws SQLException {
    run(statement, values);
    return number("SELECT last_insert_rowid()");
  }

  /** Runs several statements without values, such as a schema. */
  void script(String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(statements);
    }
  }

  private PreparedStatement bound(String text, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(text);
    if (statement == null) {
      statement = connection.prepareStatement(text);
      prepared.put(text, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
    } finally {
      prepared.clear();
      connection.close();
    }
  }
}
