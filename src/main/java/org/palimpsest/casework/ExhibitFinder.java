package org.palimpsest.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * Finds the files that paths, folders and patterns stand for. A file named by the user is taken
 * whatever its name; in folders, searched to any depth, files are taken whose names promise a
 * picture. The output folder is never searched, nor is a folder called {@code truth} beside
 * pictures: it holds their ground truth.
 */
public final class ExhibitFinder {
  private final ResultsPlace outside;
  private final InstantSource clock;
  private final Set<Path> found = new LinkedHashSet<>();
  private final List<FailedItem> problems = new ArrayList<>();
  private int leftOut;

  /**
   * A finder for one search.
   *
   * @param outside folder that is not searched: where the results go
   */
  public ExhibitFinder(Path outside, InstantSource clock) {
    this.outside = new ResultsPlace(outside);
    this.clock = clock;
  }

  /**
   * Lists the files.
   *
   * @param paths files, folders, or patterns with {@code *}, {@code ?}, {@code [ ]}, {@code { }}
   *     that no file is named by
   */
  public Listing find(List<String> paths) {
    for (String path : paths) {
      try {
        find(path);
      } catch (InvalidPathException e) {
        problem(path, "LST-02", "This is not a path on this system.");
      }
    }
    return new Listing(List.copyOf(found), problems, leftOut);
  }

  private void find(String text) {
    Pattern pattern = Pattern.of(text);
    if (pattern == null) {
      take(Path.of(text));
      return;
    }
    try {
      List<Path> matches = pattern.matches();
      if (matches.isEmpty()) {
        problem(text, "LST-01", "No file or folder matches this pattern.");
      }
      matches.stream().filter(this::isWanted).forEach(this::take);
    } catch (PatternSyntaxException e) {
      problem(text, "LST-04", "This pattern is malformed: %s.".formatted(e.getDescription()));
    } catch (IOException | UncheckedIOException e) {
      problem(text, "LST-05", "The folders of this pattern could not be searched to their end.");
    }
  }

  /** A pattern means pictures: neither results of this program nor the truth about samples. */
  private boolean isWanted(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return !outside.holds(path)
        && !outside.is(path)
        && (parent == null || !FolderSearch.isTruth(parent));
  }

  private void take(Path path) {
    if (Files.isDirectory(path)) {
      search(path);
    } else {
      // Whatever is wrong with it is said when it is read, with the reason.
      add(path);
    }
  }

  private void search(Path folder) {
    FolderSearch search = new FolderSearch(folder, outside);
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, search);
    } catch (IOException e) {
      problem(folder.toString(), "LST-03", "The folder could not be searched.");
    }
    search.pictures().stream().sorted().forEach(this::add);
    search.unreadable().forEach((path, reason) -> problem(path.toString(), "LST-03", reason));
    leftOut += search.leftOut();
  }

  private void add(Path file) {
    Path absolute = file.toAbsolutePath();
    Path plain = absolute.normalize();
    found.add(isSame(plain, absolute) ? plain : absolute);
  }

  /** Taking ".." out of a path that runs through a link can lead elsewhere. */
  private static boolean isSame(Path plain, Path absolute) {
    try {
      return plain.equals(absolute) || Files.isSameFile(plain, absolute);
    } catch (IOException e) {
      return false;
    }
  }

  private void problem(String path, String code, String reason) {
    problems.add(new FailedItem(path, code, reason, clock.instant()));
  }
}
