package org.palimpsest.casework;

import java.nio.file.Path;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.evidence.Sha256;

/** Where a batch puts its results. Called by several threads at once. */
public interface ExaminationSink {
  /**
   * Looks at the bytes read, before any work is spent on them.
   *
   * @throws EvidenceException when they are not those the sink expects of this file; that is the
   *     file's failure, not the batch's
   */
  default void admit(Path file, Sha256 sha256) throws EvidenceException {}

  /** Whether a complete result of these bytes under these conditions is already kept. */
  boolean holds(Path file, Sha256 sha256, Conditions conditions);

  /** Draws and keeps a finished examination. */
  void examined(Examined examined) throws OutputException;

  /** Keeps the failure of a file. */
  void failed(FailedItem item) throws OutputException;
}
