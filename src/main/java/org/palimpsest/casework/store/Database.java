package org.palimpsest.casework.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.CaseException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The connections of one open case. Changes are made one after another on one connection, each in
 * one transaction; reads have connections of their own and, by SQLite's write-ahead log, see the
 * last committed state without waiting for a change.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int IDLE_READERS = 4;
  private static final int BUSY_MS = 10_000;

  /** Reads something. */
  interface Query<T> {
    T run(Sql sql) throws SQLException, CaseException;
  }

  /** Changes something, all or nothing. */
  interface Change<T> {
    T run(Transaction change) throws SQLException, CaseException;
  }

  /** Changes something and has nothing to say about it. */
  interface Step {
    void run(Transaction change) throws SQLException, CaseException;
  }

  private final Access access;
  private final Content content = new Content();
  private final ReentrantLock writing = new ReentrantLock();
  private final Deque<Sql> idle = new ArrayDeque<>();
  private final List<CaseListener> listeners = new CopyOnWriteArrayList<>();
  private final @Nullable Sql writer;
  private volatile Actor actor;
  private boolean closed;

  /**
   * How a case file may be used.
   *
   * @param file the database to open
   * @param whyReadOnly why it may not be changed, one sentence; null when it may
   * @param immutable whether nobody can change it, so that no lock is needed to read it
   */
  record Access(Path file, @Nullable String whyReadOnly, boolean immutable) {}

  Database(Access access, Actor actor) throws CaseException {
    this.access = access;
    this.actor = actor;
    writer = access.whyReadOnly() == null ? connect(access, true) : null;
  }

  static Sql connect(Access access, boolean writes) throws CaseException {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MS);
    config.setReadOnly(!writes);
    if (writes) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    }
    String name = access.file().toUri().toString().replaceFirst("^file:///?", "file:/");
    String mode = writes ? "?mode=rwc" : access.immutable() ? "?mode=ro&immutable=1" : "?mode=ro";
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + name + mode);
      return new Sql(connection);
    } catch (SQLException e) {
      throw translated(e, access.file());
    }
  }

  Path file() {
    return access.file();
  }

  @Nullable String whyReadOnly() {
    return access.whyReadOnly();
  }

  Content content() {
    return content;
  }

  Actor actor() {
    return actor;
  }

  void actor(Actor next) {
    actor = next;
  }

  void listen(CaseListener listener) {
    listeners.add(listener);
  }

  void unlisten(CaseListener listener) {
    listeners.remove(listener);
  }

  <T> T read(Query<T> query) throws CaseException {
    Sql reader = reader();
    boolean sound = false;
    try {
      T result = query.run(reader);
      sound = true;
      return result;
    } catch (SQLException e) {
      throw translated(e, file());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new CaseException(
          Reason.DAMAGED, "The case holds a value that cannot be one: %s.".formatted(file()), e);
    } finally {
      release(reader, sound);
    }
  }

  private Sql reader() throws CaseException {
    synchronized (idle) {
      if (closed) {
        throw new CaseException(Reason.REFUSED, "The case has been closed.", null);
      }
      Sql waiting = idle.poll();
      if (waiting != null) {
        return waiting;
      }
    }
    return connect(access, false);
  }

  private void release(Sql reader, boolean sound) {
    synchronized (idle) {
      if (sound && !closed && idle.size() < IDLE_READERS) {
        idle.push(reader);
        return;
      }
    }
    closeQuietly(reader);
  }

  void change(Step step) throws CaseException {
    write(
        change -> {
          step.run(change);
          return true;
        });
  }

  <T> T write(Change<T> change) throws CaseException {
    if (writer == null) {
      throw new CaseException(
          Reason.READ_ONLY, Optional.ofNullable(access.whyReadOnly()).orElseThrow(), null);
    }
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("A change within a change");
    }
    Transaction transaction;
    T result;
    writing.lock();
    try {
      if (closed) {
        throw new CaseException(Reason.REFUSED, "The case has been closed.", null);
      }
      transaction = new Transaction(writer, content, actor);
      result = committed(writer, transaction, change);
    } finally {
      writing.unlock();
    }
    tell(transaction.change());
    return result;
  }

  private <T> T committed(Sql sql, Transaction transaction, Change<T> change) throws CaseException {
    boolean committed = false;
    try {
      sql.run("BEGIN IMMEDIATE");
      T result = change.run(transaction);
      sql.run("COMMIT");
      committed = true;
      return result;
    } catch (SQLException e) {
      throw translated(e, file());
    } finally {
      if (!committed) {
        rollBack(sql);
      }
    }
  }

  private void rollBack(Sql sql) {
    try {
      sql.run("ROLLBACK");
    } catch (SQLException e) {
      LOG.debug("SQLite had rolled back already", e); // it does so itself when the disk is full
    }
  }

  private void tell(CaseChange change) {
    if (change.kinds().isEmpty()) {
      return;
    }
    for (CaseListener listener : listeners) {
      try {
        listener.changed(change);
      } catch (RuntimeException e) {
        LOG.error("A listener failed; the change itself is kept", e);
      }
    }
  }

  /** A failure of SQLite as one of this room. */
  static CaseException translated(SQLException failure, Path file) {
    SQLiteErrorCode code =
        failure instanceof SQLiteException e ? e.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
      case SQLITE_FULL ->
          new CaseException(
              Reason.DISK_FULL,
              "The disk is full; the last change of %s was not kept.".formatted(file),
              failure);
      case SQLITE_NOTADB ->
          new CaseException(
              Reason.NOT_A_CASE, "This is not a case of Palimpsest: %s.".formatted(file), failure);
      case SQLITE_CORRUPT ->
          new CaseException(Reason.DAMAGED, "The case is damaged: %s.".formatted(file), failure);
      default ->
          new CaseException(
              Reason.DISK, "The case cannot be read or written: %s.".formatted(file), failure);
    };
  }

  private static void closeQuietly(Sql sql) {
    try {
      sql.close();
    } catch (SQLException e) {
      LOG.warn("A connection could not be closed", e);
    }
  }

  @Override
  public void close() {
    writing.lock();
    try {
      synchronized (idle) {
        closed = true;
        idle.forEach(Database::closeQuietly);
        idle.clear();
      }
      if (writer != null) {
        closeQuietly(writer);
      }
    } finally {
      writing.unlock();
    }
  }
}
