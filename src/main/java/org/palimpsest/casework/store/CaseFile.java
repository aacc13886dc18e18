package org.palimpsest.casework.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.CaseException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A case: one SQLite file with its exhibits, examinations, findings and audit log. Safe for use by
 * several threads: changes are made one after another, each all or nothing, and reads never wait
 * for them. One program at a time may change a case; others open it read-only.
 */
public final class CaseFile implements AutoCloseable {
  /** The extension of case files. */
  public static final String EXTENSION = ".palimpsest";

  private static final Logger LOG = LoggerFactory.getLogger(CaseFile.class);

  private final Database database;
  private final CaseFolder folder;
  private final @Nullable CaseLock lock;

  CaseFile(Database database, @Nullable CaseLock lock) {
    this.database = database;
    this.lock = lock;
    folder = new CaseFolder(database.file());
  }

  /**
   * Makes a new case.
   *
   * @param file a path where nothing is yet
   * @throws CaseException when something is there or it cannot be written
   */
  public static CaseFile create(Path file, CaseDetails details, Actor actor) throws CaseException {
    Path path = file.toAbsolutePath().normalize();
    if (Files.exists(path)) {
      throw new CaseException(Reason.EXISTS, "There is a file already: %s.".formatted(path), null);
    }
    CaseLock lock = CaseOpening.lockOf(path, actor);
    try {
      CaseOpening.make(path, details, actor);
      return new CaseFile(new Database(new Database.Access(path, null, false), actor), lock);
    } catch (CaseException | RuntimeException e) {
      CaseOpening.release(lock);
      throw e;
    }
  }

  /**
   * Opens a case: for changes if nobody else has it and it can be written, otherwise read-only.
   * What was in hand when the program ended last waits again.
   *
   * @throws CaseException when it is missing, not a case, damaged or of a later version
   */
  public static CaseFile open(Path file, Actor actor) throws CaseException {
    return new CaseOpening(file.toAbsolutePath().normalize(), actor).open();
  }

  /**
   * Copies the case with everything that belongs to it; what is open stays open.
   *
   * @param target a path where nothing is yet
   */
  public void copyTo(Path target) throws CaseException {
    new CaseCopy(database, folder).to(target.toAbsolutePath().normalize());
  }

  /** Where the case is. */
  public Path path() {
    return database.file();
  }

  /** The folder with the case's own copies; it need not exist. */
  public Path copies() {
    return folder.copies();
  }

  public boolean isReadOnly() {
    return database.whyReadOnly() != null;
  }

  /** Why the case cannot be changed, one sentence; empty when it can. */
  public Optional<String> whyReadOnly() {
    return Optional.ofNullable(database.whyReadOnly());
  }

  /**
   * Makes sure that the case can be changed.
   *
   * @throws CaseException when it is open read-only, with the reason
   */
  public void requireChanges() throws CaseException {
    String why = database.whyReadOnly();
    if (why != null) {
      throw new CaseException(Reason.READ_ONLY, why, null);
    }
  }

  /** Who makes the changes from now on. */
  public void actor(Actor actor) {
    database.actor(actor);
  }

  public Actor actor() {
    return database.actor();
  }

  Database database() {
    return database;
  }

  public Details details() {
    return new Details(database);
  }

  public Exhibits exhibits() {
    return new Exhibits(database, folder);
  }

  public Intake intake() {
    return new Intake(database, folder);
  }

  public Examinations examinations() {
    return new Examinations(database);
  }

  public Failures failures() {
    return new Failures(database);
  }

  public WorkQueue queue() {
    return new WorkQueue(database, folder);
  }

  public Tags tags() {
    return new Tags(database);
  }

  public Annotations annotations() {
    return new Annotations(database);
  }

  public Findings findings() {
    return new Findings(database);
  }

  public Originals originals() {
    return new Originals(database, folder);
  }

  public Verifier verifier() {
    return new Verifier(database, originals());
  }

  public AuditLog audit() {
    return new AuditLog(database);
  }

  /** Hears of every committed change until it is removed. */
  public void addListener(CaseListener listener) {
    database.listen(listener);
  }

  public void removeListener(CaseListener listener) {
    database.unlisten(listener);
  }

  /** Waits for the change in hand, closes the file and lets others change it. */
  @Override
  public void close() {
    database.close();
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        LOG.warn("The lock of {} could not be closed", path(), e);
      }
    }
  }
}
