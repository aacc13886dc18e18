package org.palimpsest.casework.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.CaseException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from a path to an open case. */
final class CaseOpening {
  private static final Logger LOG = LoggerFactory.getLogger(CaseOpening.class);

  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 100;
  private static final int PAGE_SIZE_AT = 16;
  private static final int PAGE_COUNT_AT = 28;
  private static final int APPLICATION_AT = 68;

  private final Path file;
  private final Actor actor;

  CaseOpening(Path file, Actor actor) {
    this.file = file;
    this.actor = actor;
  }

  CaseFile open() throws CaseException {
    check();
    CaseLock lock = null;
    String whyNot;
    try {
      Optional<CaseLock> taken = CaseLock.take(file, holder(actor), actor.clock().instant());
      lock = taken.orElse(null);
      whyNot =
          taken.isPresent()
              ? null
              : "The case is open elsewhere (%s) and can only be read here."
                  .formatted(CaseLock.holder(file));
    } catch (IOException e) {
      LOG.info("{} cannot be locked", file, e);
      whyNot = "The case lies where nothing can be written and can only be read.";
    }
    if (lock != null && !Files.isWritable(file)) {
      release(lock);
      lock = null;
      whyNot = "The case file is write-protected and can only be read.";
    }
    try {
      return whyNot == null ? forChanges(lock) : forReading(whyNot);
    } catch (CaseException | RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  private CaseFile forChanges(@Nullable CaseLock lock) throws CaseException {
    Database database = new Database(new Database.Access(file, null, false), actor);
    try {
      int version = version(database);
      refuseNewer(version);
      if (version < Migrations.CURRENT) {
        migrate(database, version);
      }
      database.change(WorkQueue::resume);
      return new CaseFile(database, lock);
    } catch (CaseException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private CaseFile forReading(String whyNot) throws CaseException {
    // Without a log of pending changes and without anyone who could write, no lock is needed; with
    // one, SQLite reads it and keeps clear of the writer.
    boolean immutable = !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    Database database = new Database(new Database.Access(file, whyNot, immutable), actor);
    try {
      int version = version(database);
      refuseNewer(version);
      if (version < Migrations.CURRENT) {
        throw new CaseException(
            Reason.MIGRATION,
            "The case was made by an earlier version and must be opened once where it can be"
                + " written.",
            null);
      }
      return new CaseFile(database, null);
    } catch (CaseException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private int version(Database database) throws CaseException {
    if (!database.read(Migrations::isCase)) {
      throw notACase();
    }
    return database.read(Migrations::version);
  }

  private CaseException notACase() {
    return new CaseException(
        Reason.NOT_A_CASE, "This is not a case of Palimpsest: %s.".formatted(file), null);
  }

  private void refuseNewer(int version) throws CaseException {
    if (version > Migrations.CURRENT) {
      throw new CaseException(
          Reason.NEWER,
          "The case was made by a later version of Palimpsest (format %d, this one reads %d)."
              .formatted(version, Migrations.CURRENT),
          null);
    }
  }

  private void migrate(Database database, int from) throws CaseException {
    Path backup = backup(from);
    database.read(
        sql -> {
          sql.run("VACUUM INTO ?", backup.toString());
          return true;
        });
    database.change(
        change -> {
          Migrations.apply(change.sql(), from);
          change.audit(
              AuditAction.CASE_MIGRATED,
              null,
              Map.of("from", from, "to", Migrations.CURRENT, "backup", backup.toString()));
        });
  }

  private Path backup(int version) {
    for (int number = 1; ; number++) {
      Path backup =
          file.resolveSibling("%s.format-%d-%d".formatted(file.getFileName(), version, number));
      if (!Files.exists(backup)) {
        return backup;
      }
    }
  }

  /** Looks at the first bytes before SQLite does: its own words for these cases help nobody. */
  private void check() throws CaseException {
    if (!Files.exists(file)) {
      throw new CaseException(Reason.MISSING, "There is no case at %s.".formatted(file), null);
    }
    byte[] header;
    long size;
    try (InputStream in = Files.newInputStream(file)) {
      header = in.readNBytes(HEADER);
      size = Files.size(file);
    } catch (IOException e) {
      throw new CaseException(Reason.DISK, "The case cannot be read: %s.".formatted(file), e);
    }
    ByteBuffer fields = ByteBuffer.wrap(header);
    if (header.length < HEADER && hasPendingChanges()) {
      return; // everything is in the log beside it yet; SQLite will tell
    }
    if (header.length < HEADER
        || !Arrays.equals(header, 0, SQLITE.length, SQLITE, 0, SQLITE.length)
        || (fields.getInt(APPLICATION_AT) != Migrations.APPLICATION_ID && !hasPendingChanges())) {
      throw notACase();
    }
    int page = Short.toUnsignedInt(fields.getShort(PAGE_SIZE_AT));
    long expected =
        Integer.toUnsignedLong(fields.getInt(PAGE_COUNT_AT)) * (page == 1 ? 1 << 16 : page);
    // Pages that are missing here may still be in the log beside it.
    if (size < expected && !hasPendingChanges()) {
      throw new CaseException(
          Reason.DAMAGED,
          "The case is cut off: %s has %,d bytes of %,d.".formatted(file, size, expected),
          null);
    }
  }

  private boolean hasPendingChanges() {
    return file.resolveSibling(file.getFileName() + "-wal").toFile().length() > 0;
  }

  /** The lock of a case that is about to be made. */
  static CaseLock lockOf(Path file, Actor actor) throws CaseException {
    try {
      return CaseLock.take(file, holder(actor), actor.clock().instant())
          .orElseThrow(
              () ->
                  new CaseException(
                      Reason.EXISTS, "Another program is making this case: " + file + ".", null));
    } catch (IOException e) {
      throw new CaseException(Reason.DISK, "No case can be written at %s.".formatted(file), e);
    }
  }

  private static String holder(Actor actor) {
    return "%s, process %d".formatted(actor.person(), ProcessHandle.current().pid());
  }

  static void release(@Nullable CaseLock lock) {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        LOG.warn("A lock could not be closed", e);
      }
    }
  }

  /** Makes a case under a temporary name, so that it appears whole or not at all. */
  static void make(Path file, CaseDetails details, Actor actor) throws CaseException {
    Path temporary = file.resolveSibling(".palimpsest-" + UUID.randomUUID() + ".tmp");
    try {
      try (Database database = new Database(new Database.Access(temporary, null, false), actor)) {
        database.change(
            change -> {
              Migrations.apply(change.sql(), 0);
              change.audit(
                  AuditAction.CASE_CREATED, null, Map.of("case", UUID.randomUUID().toString()));
              Details.add(change, details);
            });
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CaseException(Reason.DISK, "No case can be written at %s.".formatted(file), e);
    } finally {
      discard(temporary);
    }
  }

  private static void discard(Path temporary) {
    try {
      for (String suffix : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(temporary.resolveSibling(temporary.getFileName() + suffix));
      }
    } catch (IOException e) {
      LOG.warn("What was begun at {} could not be removed", temporary, e);
    }
  }
}
