package org.palimpsest.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import org.palimpsest.casework.desk.CaseDesk;
import org.palimpsest.casework.desk.DeskListener;
import org.palimpsest.casework.desk.Laboratory;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;

/** Finds, makes and opens cases. Everything here reads or writes files: not for the FX thread. */
final class CaseShelf {
  private static final String UNNAMED = "unnamed";

  private final Path folder;
  private final Laboratory laboratory;
  private final int processors;
  private final Function<String, Actor> actor;
  private final DeskListener listener;

  /**
   * A shelf.
   *
   * @param folder for cases that have no place of their own
   * @param processors cores that background work may keep busy
   * @param actor who is at work, asked whenever a case is opened with the examiner it names
   */
  CaseShelf(
      Path folder,
      Laboratory laboratory,
      int processors,
      Function<String, Actor> actor,
      DeskListener listener) {
    this.folder = folder;
    this.laboratory = laboratory;
    this.processors = processors;
    this.actor = actor;
    this.listener = listener;
  }

  /** The case for work that has no name; it is there from the first start on. */
  OpenCase unnamed() throws CaseException, IOException {
    return unnamed(place(UNNAMED));
  }

  /** Another such case, for a second window. */
  OpenCase anotherUnnamed() throws CaseException, IOException {
    Path free = place(UNNAMED);
    for (int i = 2; Files.exists(free); i++) {
      free = place(UNNAMED + "-" + i);
    }
    return unnamed(free);
  }

  private OpenCase unnamed(Path path) throws CaseException, IOException {
    Files.createDirectories(folder);
    CaseFile file =
        Files.exists(path)
            ? CaseFile.open(path, actor.apply(""))
            : CaseFile.create(path, CaseDetails.named(UNNAMED), actor.apply(""));
    return opened(file);
  }

  private Path place(String name) {
    return folder.resolve(name + CaseFile.EXTENSION);
  }

  OpenCase open(Path path) throws CaseException {
    return opened(CaseFile.open(path, actor.apply("")));
  }

  OpenCase create(Path path, String name) throws CaseException {
    return opened(CaseFile.create(path, CaseDetails.named(name), actor.apply("")));
  }

  private OpenCase opened(CaseFile file) throws CaseException {
    boolean complete = false;
    try {
      CaseDetails details = file.details().get();
      file.actor(actor.apply(details.examiner()));
      boolean named = !file.path().startsWith(folder.toAbsolutePath().normalize());
      CaseDesk desk = null;
      if (!file.isReadOnly()) {
        desk = new CaseDesk(file, laboratory, processors, InstantSource.system(), listener);
        desk.takeUp();
      }
      complete = true;
      return new OpenCase(file, desk, details.name(), named);
    } finally {
      if (!complete) {
        file.close();
      }
    }
  }
}
