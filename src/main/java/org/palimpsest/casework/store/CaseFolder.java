package org.palimpsest.casework.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.palimpsest.casework.store.CaseException.Reason;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.evidence.Evidence;

/**
 * The files that belong to a case file: copies of exhibits lie in a folder beside it that has its
 * name, so that moving both together moves the case.
 *
 * @param caseFile the case file, absolute
 */
record CaseFolder(Path caseFile) {
  private static final String SUFFIX = ".exhibits";

  /** The folder for copies; it is made with the first one. */
  Path copies() {
    String name = String.valueOf(caseFile.getFileName());
    int dot = name.lastIndexOf('.');
    return caseFile.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + SUFFIX);
  }

  /** Where the bytes of an exhibit are. */
  Path resolve(String path, Storage storage) {
    return switch (storage) {
      case REFERENCE -> Path.of(path);
      case COPY -> copies().resolve(path);
    };
  }

  /**
   * Keeps a copy of an exhibit, written from the bytes that were hashed.
   *
   * @return its name within {@link #copies()}
   */
  String keep(Evidence evidence, int item) throws CaseException {
    String type = evidence.type().name().toLowerCase(Locale.ROOT);
    String name = "%05d-%s.%s".formatted(item, evidence.sha256().hex().substring(0, 16), type);
    try {
      Files.createDirectories(copies());
      Path target = copies().resolve(name);
      AtomicFile.write(target, evidence.bytes());
      // A hint to people and programs; what counts is the digest in the case.
      if (!target.toFile().setReadOnly()) {
        throw new IOException("The copy cannot be made read-only: " + target);
      }
      return name;
    } catch (IOException e) {
      throw new CaseException(
          Reason.COPY, "No copy of %s could be made.".formatted(evidence.path()), e);
    }
  }
}
