package org.palimpsest.casework.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.palimpsest.casework.store.CaseException.Reason;

/**
 * The case that work goes into as long as nobody has named one, so that a crash loses nothing. A
 * second window at the same time gets one of its own.
 */
public final class WorkingCase {
  private static final int WINDOWS = 50;

  private final Path folder;
  private final Actor actor;

  /**
   * The unnamed cases of a user.
   *
   * @param folder where they are kept; made when needed
   */
  public WorkingCase(Path folder, Actor actor) {
    this.folder = folder;
    this.actor = actor;
  }

  /**
   * The first unnamed case that nobody else has open, as it was left; a new one if there is none.
   */
  public CaseFile open() throws CaseException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CaseException(Reason.DISK, "No case can be written in %s.".formatted(folder), e);
    }
    for (int window = 1; window <= WINDOWS; window++) {
      Path file = file(window);
      CaseFile open =
          Files.exists(file)
              ? CaseFile.open(file, actor)
              : CaseFile.create(file, CaseDetails.named("Unnamed"), actor);
      if (!open.isReadOnly()) {
        return open;
      }
      open.close();
    }
    throw new CaseException(
        Reason.DISK, "No unnamed case in %s can be changed.".formatted(folder), null);
  }

  private Path file(int window) {
    String name = window == 1 ? "unnamed" : "unnamed-" + window;
    return folder.resolve(name + CaseFile.EXTENSION);
  }

  /** Whether a case is one of these. */
  public boolean holds(CaseFile open) {
    return open.path().startsWith(folder.toAbsolutePath().normalize());
  }

  /**
   * Gives an unnamed case a name and place: it is copied, the copy opened, and only then the
   * unnamed one removed. The case handed in is closed.
   */
  public CaseFile name(CaseFile unnamed, Path target, CaseDetails details) throws CaseException {
    if (!holds(unnamed)) {
      throw CaseException.refused("The case has a name already: %s.".formatted(unnamed.path()));
    }
    unnamed.copyTo(target);
    CaseFile named = CaseFile.open(target, unnamed.actor());
    try {
      named.details().set(details);
    } catch (CaseException e) {
      named.close();
      throw e;
    }
    unnamed.close();
    remove(unnamed);
    return named;
  }

  /** Sets an unnamed case aside, such as one that is damaged, so that a new one can begin. */
  public Path setAside() throws CaseException {
    Path file = file(1);
    try {
      for (int number = 1; ; number++) {
        Path aside = folder.resolve("set-aside-%d%s".formatted(number, CaseFile.EXTENSION));
        if (!Files.exists(aside)) {
          for (String suffix : List.of("-wal", "-shm")) {
            Path log = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(log)) {
              Files.move(log, aside.resolveSibling(aside.getFileName() + suffix));
            }
          }
          Path copies = new CaseFolder(file).copies();
          if (Files.exists(copies)) {
            Files.move(copies, new CaseFolder(aside).copies());
          }
          return Files.move(file, aside);
        }
      }
    } catch (IOException e) {
      throw new CaseException(
          Reason.DISK, "The unnamed case cannot be set aside: %s.".formatted(file), e);
    }
  }

  private static void remove(CaseFile unnamed) throws CaseException {
    try {
      if (Files.isDirectory(unnamed.copies())) {
        try (Stream<Path> copies = Files.list(unnamed.copies())) {
          for (Path copy : copies.toList()) {
            Files.delete(copy);
          }
        }
        Files.delete(unnamed.copies());
      }
      Files.deleteIfExists(unnamed.path());
    } catch (IOException e) {
      throw new CaseException(
          Reason.DISK, "The unnamed case could not be removed after it was named.", e);
    }
  }
}
