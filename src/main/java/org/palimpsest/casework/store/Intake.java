package org.palimpsest.casework.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.IntakeFacts;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.evidence.Sha256;

/** Reads exhibits for the first time: bytes, digest, picture, metadata, thumbnail, copy. */
public final class Intake {
  private final Database database;
  private final CaseFolder folder;

  Intake(Database database, CaseFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * Reads an exhibit unless that was done. A file that cannot be read or decoded is a row with its
   * reason. Takes as long as reading and decoding take; several threads may receive at once.
   */
  public void receive(long id) throws CaseException {
    Optional<Pending> pending = pending(id);
    if (pending.isEmpty()) {
      return;
    }
    Path original = Path.of(pending.get().path());
    Evidence evidence;
    try {
      evidence = Evidence.take(original);
    } catch (EvidenceException e) {
      database.change(change -> unreadable(change, id, e));
      return;
    }
    String copy =
        pending.get().storage() == Storage.COPY
            ? folder.keep(evidence, pending.get().item())
            : null;
    IntakeFacts.Taken taken = IntakeFacts.of(evidence);
    database.change(change -> record(change, id, taken, copy));
  }

  private record Pending(int item, String path, Storage storage) {}

  private Optional<Pending> pending(long id) throws CaseException {
    return database.read(
        sql -> {
          String content =
              sql.first("SELECT content FROM exhibit WHERE id = ?", row -> row.getString(1), id)
                  .orElseThrow(() -> CaseException.unknown("exhibit", id));
          ExhibitContent added = database.content().read(content, ExhibitContent.class);
          String path =
              sql.first("SELECT path FROM standing WHERE exhibit = ?", row -> row.getString(1), id)
                  .orElseThrow();
          return receivedAs(sql, id).isPresent()
              ? Optional.empty()
              : Optional.of(new Pending(added.item(), path, added.storage()));
        });
  }

  /** The digest under which an exhibit was received; empty when it was not yet. */
  static Optional<Sha256> receivedAs(Sql sql, long id) throws SQLException {
    return sql.first(
        "SELECT sha256 FROM intake WHERE exhibit = ?", row -> new Sha256(row.getString(1)), id);
  }

  private static void unreadable(Transaction change, long id, EvidenceException cause)
      throws SQLException {
    Failures.record(change, id, cause.code(), String.valueOf(cause.getMessage()));
    Standing.settle(change, id, ExhibitState.FAILED);
  }

  /** Keeps what was read, unless another thread was faster. */
  static void record(Transaction change, long id, IntakeFacts.Taken taken, @Nullable String copy)
      throws SQLException {
    if (receivedAs(change.sql(), id).isPresent()) {
      return;
    }
    IntakeFacts facts = taken.facts();
    String json = change.json(facts);
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("sha256", facts.file().sha256());
    seen.put("bytes", facts.file().bytes());
    if (copy != null) {
      seen.put("copy", copy);
    }
    long entry = change.audit(AuditAction.EXHIBIT_RECEIVED, id, seen, json);
    change
        .sql()
        .run(
            "INSERT INTO intake (exhibit, sha256, bytes, entry, content) VALUES (?, ?, ?, ?, ?)",
            id,
            facts.file().sha256(),
            facts.file().bytes(),
            entry,
            json);
    change
        .sql()
        .run(
            "UPDATE standing SET sha256 = ?, bytes = ?, width = ?, height = ?,"
                + " path = coalesce(?, path), storage = ?,"
                // What went wrong with reading is over; what went wrong with a model is not.
                + " error = CASE WHEN error_code GLOB '[EI][VM][IG]-*' THEN NULL ELSE error END,"
                + " error_code = CASE WHEN error_code GLOB '[EI][VM][IG]-*' THEN NULL"
                + " ELSE error_code END"
                + " WHERE exhibit = ?",
            facts.file().sha256(),
            facts.file().bytes(),
            facts.picture() == null ? null : facts.picture().width(),
            facts.picture() == null ? null : facts.picture().height(),
            copy,
            (copy == null ? Storage.REFERENCE : Storage.COPY).name(),
            id);
    if (taken.thumbnail() != null) {
      change
          .sql()
          .run(
              "INSERT OR REPLACE INTO thumbnail (exhibit, bytes) VALUES (?, ?)",
              id,
              taken.thumbnail());
    }
    if (facts.problemCode() != null) {
      Failures.record(change, id, facts.problemCode(), String.valueOf(facts.problem()));
    }
    Standing.settle(change, id, Standing.rest(change.sql(), id));
  }
}
