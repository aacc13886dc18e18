package org.palimpsest.casework.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.casework.IntakeFacts;

/** The exhibits of a case. */
public final class Exhibits {
  private final Database database;
  private final CaseFolder folder;

  Exhibits(Database database, CaseFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * Takes files into the list without reading them; {@link Intake} reads them later. A path that
   * the list holds already is not added again.
   */
  public Added add(List<Path> originals, Receipt receipt, Storage storage) throws CaseException {
    return database.write(
        change -> {
          List<Long> all = new ArrayList<>();
          List<Long> fresh = new ArrayList<>();
          long item = change.sql().number("SELECT coalesce(max(item), 0) FROM exhibit");
          for (Path original : originals) {
            String path = original.toAbsolutePath().normalize().toString();
            Optional<Long> there = at(change.sql(), path);
            if (there.isPresent()) {
              all.add(there.get());
              continue;
            }
            long id = insert(change, (int) ++item, path, receipt, storage);
            all.add(id);
            fresh.add(id);
          }
          return new Added(all, fresh);
        });
  }

  static void require(Sql sql, long id) throws SQLException, CaseException {
    if (sql.number("SELECT count(*) FROM exhibit WHERE id = ?", id) == 0) {
      throw CaseException.unknown("exhibit", id);
    }
  }

  private static Optional<Long> at(Sql sql, String path) throws SQLException {
    return sql.first(
        "SELECT e.id FROM standing s JOIN exhibit e ON e.id = s.exhibit"
            + " WHERE s.path = ? AND s.withdrawn = 0",
        row -> row.getLong(1),
        path);
  }

  private static long insert(
      Transaction change, int item, String path, Receipt receipt, Storage storage)
      throws SQLException {
    String name = String.valueOf(Path.of(path).getFileName());
    ExhibitContent content =
        new ExhibitContent(item, path, storage, receipt.receivedAt(change.at()), change.at());
    String json = change.json(content);
    long entry =
        change.audit(
            AuditAction.EXHIBIT_ADDED, (long) item, Map.of("item", item, "path", path), json);
    // The id is the item number: one number for a person to say and for the tables to refer to.
    change
        .sql()
        .run(
            "INSERT INTO exhibit (id, item, name, entry, content) VALUES (?, ?, ?, ?, ?)",
            item,
            item,
            name,
            entry,
            json);
    change
        .sql()
        .run(
            "INSERT INTO standing (exhibit, item, name, state, path, storage, added_at, changed_at)"
                + " VALUES (?, ?, ?, 'NEW', ?, 'REFERENCE', ?, ?)",
            item,
            item,
            name,
            path,
            change.at().toString(),
            change.at().toString());
    change.touch(CaseChange.Kind.EXHIBITS_ADDED, item);
    return item;
  }

  /** The list, by item number, without what was withdrawn. */
  public List<ExhibitRow> rows() throws CaseException {
    return database.read(sql -> ExhibitRows.all(sql, folder));
  }

  /** What was withdrawn. */
  public List<ExhibitRow> withdrawn() throws CaseException {
    return database.read(sql -> ExhibitRows.withdrawn(sql, folder));
  }

  public ExhibitRow row(long id) throws CaseException {
    return database.read(
        sql ->
            ExhibitRows.one(sql, folder, id)
                .orElseThrow(() -> CaseException.unknown("exhibit", id)));
  }

  public Exhibit exhibit(long id) throws CaseException {
    Content content = database.content();
    return database.read(
        sql -> {
          ExhibitRow row =
              ExhibitRows.one(sql, folder, id)
                  .orElseThrow(() -> CaseException.unknown("exhibit", id));
          String added =
              sql.first("SELECT content FROM exhibit WHERE id = ?", r -> r.getString(1), id)
                  .orElseThrow();
          Optional<String[]> intake =
              sql.first(
                  "SELECT i.content, a.at FROM intake i JOIN audit a ON a.seq = i.entry"
                      + " WHERE i.exhibit = ?",
                  r -> new String[] {r.getString(1), r.getString(2)},
                  id);
          ExhibitContent written = content.read(added, ExhibitContent.class);
          return new Exhibit(
              row,
              written.received(receipt(sql, content, id).orElse(written.receipt())),
              intake.isEmpty() ? null : content.read(intake.get()[0], IntakeFacts.class),
              intake.map(found -> Instant.parse(found[1])).orElse(null));
        });
  }

  /**
   * A small picture of the exhibit, JPEG; empty until it was read, or when it cannot be decoded.
   */
  public Optional<byte[]> thumbnail(long id) throws CaseException {
    return database.read(
        sql ->
            sql.first("SELECT bytes FROM thumbnail WHERE exhibit = ?", row -> row.getBytes(1), id));
  }

  /** Items with the same bytes, itself included. */
  public List<Long> sameBytes(long id) throws CaseException {
    return database.read(
        sql ->
            sql.list(
                "SELECT exhibit FROM standing WHERE withdrawn = 0 AND sha256 ="
                    + " (SELECT sha256 FROM standing WHERE exhibit = ?) ORDER BY exhibit",
                row -> row.getLong(1),
                id));
  }

  /**
   * States how exhibits came, after they were added. The audit log keeps what was stated before.
   *
   * @param receipt without a time the one stated before stays
   */
  public void stateReceipt(Collection<Long> ids, Receipt receipt) throws CaseException {
    Content content = database.content();
    database.change(
        change -> {
          for (long id : ids) {
            String added =
                change
                    .sql()
                    .first("SELECT content FROM exhibit WHERE id = ?", row -> row.getString(1), id)
                    .orElseThrow(() -> CaseException.unknown("exhibit", id));
            Receipt before =
                receipt(change.sql(), content, id)
                    .orElse(content.read(added, ExhibitContent.class).receipt());
            Receipt stated = before.at() == null ? receipt : receipt.receivedAt(before.at());
            change.audit(AuditAction.RECEIPT_STATED, id, Map.of("receipt", stated));
            change.touch(CaseChange.Kind.EXHIBITS, id);
          }
        });
  }

  /** The receipt that was stated last, if any was after the exhibit was added. */
  private static Optional<Receipt> receipt(Sql sql, Content content, long id)
      throws SQLException, CaseException {
    Optional<String> facts =
        sql.first(
            "SELECT facts FROM audit WHERE exhibit = ? AND action = 'RECEIPT_STATED'"
                + " ORDER BY seq DESC LIMIT 1",
            row -> row.getString(1),
            id);
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(content.read(facts.get(), StatedReceipt.class).receipt());
  }

  /** The facts of an entry about a receipt. */
  private record StatedReceipt(Receipt receipt) {}

  /** Takes exhibits off the list; everything about them stays in the case. */
  public void withdraw(Collection<Long> ids, String reason) throws CaseException {
    setWithdrawn(ids, true, AuditAction.EXHIBIT_WITHDRAWN, Map.of("reason", reason));
  }

  /** The reason given when an exhibit was withdrawn last; empty when it never was. */
  public String whyWithdrawn(long id) throws CaseException {
    Content content = database.content();
    return database.read(
        sql -> {
          Optional<String> facts =
              sql.first(
                  "SELECT facts FROM audit WHERE exhibit = ? AND action = 'EXHIBIT_WITHDRAWN'"
                      + " ORDER BY seq DESC LIMIT 1",
                  row -> row.getString(1),
                  id);
          return facts.isEmpty()
              ? ""
              : content.read(facts.get(), JsonNode.class).path("reason").asText();
        });
  }

  /** Puts withdrawn exhibits back on the list. */
  public void reinstate(Collection<Long> ids) throws CaseException {
    setWithdrawn(ids, false, AuditAction.EXHIBIT_REINSTATED, Map.of());
  }

  private void setWithdrawn(
      Collection<Long> ids, boolean withdrawn, AuditAction action, Map<String, String> facts)
      throws CaseException {
    database.change(
        change -> {
          for (long id : ids) {
            int changed =
                change
                    .sql()
                    .run(
                        "UPDATE standing SET withdrawn = ?, changed_at = ? WHERE exhibit = ?"
                            + " AND withdrawn <> ?",
                        withdrawn ? 1 : 0,
                        change.at().toString(),
                        id,
                        withdrawn ? 1 : 0);
            if (changed > 0) {
              change.sql().run("DELETE FROM job WHERE exhibit = ?", id);
              change.audit(action, id, facts);
              Standing.settle(change, id, Standing.rest(change.sql(), id));
              change.touch(CaseChange.Kind.EXHIBITS_ADDED, id);
            }
          }
        });
  }
}
