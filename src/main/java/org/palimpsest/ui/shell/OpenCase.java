package org.palimpsest.ui.shell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.desk.CaseDesk;
import org.palimpsest.casework.store.CaseFile;

/**
 * The case in the window.
 *
 * @param file the case
 * @param work what goes on in it; null when it can only be read
 * @param name by which people know it
 * @param named whether it is a case of its own, and not the one for work without a name
 */
record OpenCase(CaseFile file, @Nullable CaseDesk work, String name, boolean named) {
  Optional<CaseDesk> desk() {
    return Optional.ofNullable(work);
  }

  /** The same case under another name. */
  OpenCase renamed(String other) {
    return new OpenCase(file, work, other, named);
  }

  /** Waits for what is in hand, then closes the file. */
  void close() {
    if (work != null) {
      work.close();
    }
    file.close();
  }
}
