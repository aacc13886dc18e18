package org.palimpsest.casework.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.palimpsest.casework.store.CaseException.Reason;

/** Copies a whole case, with its own copies of exhibits, under another name. */
final class CaseCopy {
  private final Database database;
  private final CaseFolder folder;

  CaseCopy(Database database, CaseFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /** Makes the copy; the case file appears last and whole. */
  void to(Path target) throws CaseException {
    if (Files.exists(target)) {
      throw new CaseException(
          Reason.EXISTS, "There is a file already: %s.".formatted(target), null);
    }
    Path temporary = target.resolveSibling(".palimpsest-" + UUID.randomUUID() + ".tmp");
    try {
      if (database.whyReadOnly() == null) {
        database.change(
            change -> change.audit(AuditAction.CASE_COPIED, null, Map.of("to", target.toString())));
      }
      copyExhibits(new CaseFolder(target).copies());
      database.read(sql -> sql.run("VACUUM INTO ?", temporary.toString()));
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CaseException(
          Reason.DISK, "The case could not be copied to %s.".formatted(target), e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  private void copyExhibits(Path copies) throws IOException {
    if (!Files.isDirectory(folder.copies())) {
      return;
    }
    Files.createDirectories(copies);
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder.copies())) {
      files = entries.toList();
    }
    for (Path file : files) {
      Path copy = copies.resolve(file.getFileName());
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      org.slf4j.LoggerFactory.getLogger(CaseCopy.class).warn("{} is left over", file, e);
    }
  }
}
