package org.palimpsest.cli;

import java.nio.file.Path;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;

/** Opens cases for verbs that change them. */
final class OpenedCase {
  private OpenedCase() {}

  /**
   * The case, for changes by its examiner where the case names one.
   *
   * @throws CaseException when it cannot be changed
   */
  static CaseFile forChanges(Path file, Actor actor) throws CaseException {
    CaseFile open = forALook(file, actor);
    try {
      open.requireChanges();
      return open;
    } catch (CaseException | RuntimeException e) {
      open.close();
      throw e;
    }
  }

  /**
   * The case, read-only where it cannot be changed; what is noted in its log is noted for its
   * examiner where the case names one.
   */
  static CaseFile forALook(Path file, Actor actor) throws CaseException {
    CaseFile open = CaseFile.open(file, actor);
    try {
      String examiner = open.details().get().examiner();
      if (!examiner.isBlank()) {
        open.actor(actor.as(examiner));
      }
      return open;
    } catch (CaseException | RuntimeException e) {
      open.close();
      throw e;
    }
  }

  /**
   * The exhibit with that number.
   *
   * @throws CaseException when the case has none
   */
  static ExhibitRow item(CaseFile open, int item) throws CaseException {
    // The id is the item number.
    return open.exhibits().row(item);
  }
}
