package org.palimpsest.casework.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of the case in the making: its statements, its audit entries and what it touches. */
final class Transaction {
  private final Sql sql;
  private final Content content;
  private final Actor actor;
  private final Instant at;
  private final Set<CaseChange.Kind> kinds = EnumSet.noneOf(CaseChange.Kind.class);
  private final Set<Long> exhibits = new HashSet<>();
  private @Nullable AuditEntry last;

  Transaction(Sql sql, Content content, Actor actor) {
    this.sql = sql;
    this.content = content;
    this.actor = actor;
    at = actor.clock().instant();
  }

  Sql sql() {
    return sql;
  }

  /** When the change is made; one time for all of it. */
  Instant at() {
    return at;
  }

  Actor actor() {
    return actor;
  }

  /** Writes an entry about a change that wrote no content of its own. */
  long audit(AuditAction action, @Nullable Long exhibit, Map<String, ?> facts) throws SQLException {
    return audit(action, exhibit, facts, null);
  }

  /**
   * Writes an entry that vouches for a content.
   *
   * @return its number
   */
  long audit(
      AuditAction action, @Nullable Long exhibit, Map<String, ?> facts, @Nullable String written)
      throws SQLException {
    AuditEntry before = last == null ? AuditLog.last(sql).orElse(null) : last;
    AuditEntry entry =
        AuditEntry.after(
            before == null ? 1 : before.seq() + 1,
            at,
            actor,
            action,
            exhibit,
            content.write(facts),
            written == null ? "" : Content.digest(written),
            before == null ? AuditEntry.BEGINNING : before.sha256());
    AuditLog.insert(sql, entry);
    last = entry;
    return entry.seq();
  }

  String json(Object value) {
    return content.write(value);
  }

  <T> T read(String json, Class<T> type) throws CaseException {
    return content.read(json, type);
  }

  void touch(CaseChange.Kind kind) {
    kinds.add(kind);
  }

  void touch(CaseChange.Kind kind, long exhibit) {
    kinds.add(kind);
    exhibits.add(exhibit);
  }

  /** What listeners are to hear; empty kinds when nothing. */
  CaseChange change() {
    return new CaseChange(kinds, exhibits);
  }
}
