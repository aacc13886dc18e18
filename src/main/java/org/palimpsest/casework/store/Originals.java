package org.palimpsest.casework.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.evidence.Sha256;

/** The files behind the exhibits: opened for reading only, compared with what was received. */
public final class Originals {
  private final Database database;
  private final CaseFolder folder;

  Originals(Database database, CaseFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * What a look at a file found.
   *
   * @param path where the case says it is
   */
  public record Checked(Path path, OriginalState state) {}

  /** Reads the whole file and compares its digest with the one it was received under. */
  public Checked check(long exhibit) throws CaseException {
    Path path = path(exhibit);
    Optional<Sha256> received = database.read(sql -> Intake.receivedAs(sql, exhibit));
    if (received.isEmpty()) {
      return new Checked(path, OriginalState.NOT_READ_YET);
    }
    try {
      boolean same = Sha256.of(path).equals(received.get());
      return new Checked(path, same ? OriginalState.AS_RECEIVED : OriginalState.CHANGED);
    } catch (NoSuchFileException e) {
      return new Checked(path, OriginalState.MISSING);
    } catch (IOException e) {
      boolean gone = Files.notExists(path);
      return new Checked(path, gone ? OriginalState.MISSING : OriginalState.UNREADABLE);
    }
  }

  /**
   * The bytes of an exhibit, if they are those that were received; of one that was not received yet
   * the bytes as they are.
   *
   * @throws EvidenceException when the file is away or was changed
   */
  public Evidence read(long exhibit) throws CaseException, EvidenceException {
    Path path = path(exhibit);
    Evidence evidence = Evidence.take(path);
    Optional<Sha256> received = database.read(sql -> Intake.receivedAs(sql, exhibit));
    if (received.isPresent() && !received.get().equals(evidence.sha256())) {
      throw EvidenceException.notAsReceived(path);
    }
    return evidence;
  }

  /**
   * Keeps a copy of an exhibit in the case's folder, written from bytes that are those received.
   * The original is left alone; the case refers to the copy from then on. One that is kept already
   * is left as it is.
   *
   * @throws EvidenceException when the file is away or was changed
   */
  public void keep(long exhibit) throws CaseException, EvidenceException {
    String why = database.whyReadOnly();
    if (why != null) {
      throw new CaseException(CaseException.Reason.READ_ONLY, why, null);
    }
    if (isKept(exhibit)) {
      return;
    }
    if (database.read(sql -> Intake.receivedAs(sql, exhibit)).isEmpty()) {
      throw CaseException.refused(
          "Exhibit %d was not read yet, so it cannot be copied.".formatted(exhibit));
    }
    // The id is the item number.
    String copy = folder.keep(read(exhibit), (int) exhibit);
    database.change(
        change -> {
          change
              .sql()
              .run(
                  "UPDATE standing SET path = ?, storage = 'COPY', changed_at = ? WHERE exhibit ="
                      + " ?",
                  copy,
                  change.at().toString(),
                  exhibit);
          change.audit(AuditAction.EXHIBIT_COPIED, exhibit, Map.of("copy", copy));
          change.touch(CaseChange.Kind.EXHIBITS, exhibit);
        });
  }

  private boolean isKept(long exhibit) throws CaseException {
    return database.read(
        sql ->
            sql.first(
                    "SELECT storage FROM standing WHERE exhibit = ?",
                    row -> row.getString(1).equals(Storage.COPY.name()),
                    exhibit)
                .orElseThrow(() -> CaseException.unknown("exhibit", exhibit)));
  }

  private Path path(long exhibit) throws CaseException {
    return database.read(
        sql ->
            sql.first(
                    "SELECT path, storage FROM standing WHERE exhibit = ?",
                    row -> folder.resolve(row.getString(1), Storage.valueOf(row.getString(2))),
                    exhibit)
                .orElseThrow(() -> CaseException.unknown("exhibit", exhibit)));
  }

  /**
   * Says where a file was moved to; it must have the bytes that were received.
   *
   * @throws EvidenceException when the file there cannot be read or has other bytes
   */
  public void locate(long exhibit, Path moved) throws CaseException, EvidenceException {
    Path path = moved.toAbsolutePath().normalize();
    Evidence evidence = Evidence.take(path);
    database.change(
        change -> {
          Sha256 received =
              Intake.receivedAs(change.sql(), exhibit)
                  .orElseThrow(
                      () ->
                          CaseException.refused(
                              "The exhibit was never read, so nothing tells that this is its"
                                  + " file."));
          if (!received.equals(evidence.sha256())) {
            throw CaseException.refused(
                "The file has other bytes than exhibit %d: %s.".formatted(exhibit, path));
          }
          change
              .sql()
              .run(
                  "UPDATE standing SET path = ?, storage = 'REFERENCE', error_code = NULL,"
                      + " error = NULL WHERE exhibit = ?",
                  path.toString(),
                  exhibit);
          change.audit(AuditAction.EXHIBIT_LOCATED, exhibit, Map.of("path", path.toString()));
          Standing.settle(change, exhibit, Standing.rest(change.sql(), exhibit));
        });
  }
}
