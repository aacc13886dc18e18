package org.palimpsest.casework;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pictures below one folder; a part that cannot be read does not end the search. */
final class FolderSearch extends SimpleFileVisitor<Path> {
  private static final Set<String> PICTURES =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "webp", "gif", "bmp", "psd", "heic",
          "heif", "hif", "avif");

  private final Path start;
  private final ResultsPlace outside;
  private final List<Path> pictures = new ArrayList<>();
  private final Map<Path, String> unreadable = new LinkedHashMap<>();
  private int leftOut;

  /**
   * A search.
   *
   * @param start the folder that was named; taken even if it is called {@code truth}
   */
  FolderSearch(Path start, ResultsPlace outside) {
    this.start = start;
    this.outside = outside;
  }

  List<Path> pictures() {
    return pictures;
  }

  /** What could not be looked into, with one sentence each. */
  Map<Path, String> unreadable() {
    return unreadable;
  }

  /** Files whose names promise no picture. */
  int leftOut() {
    return leftOut;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean leave = outside.is(folder) || (!folder.equals(start) && isTruth(folder));
    return leave ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (promisesPicture(file)) {
      pictures.add(file);
    } else {
      leftOut++;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException cause) {
    if (promisesPicture(path)) {
      // Taken all the same: reading it gives the precise reason.
      pictures.add(path);
    } else if (cause instanceof FileSystemLoopException) {
      unreadable.put(path, "This link leads back to a folder above it and was not followed.");
    } else if (cause instanceof AccessDeniedException) {
      unreadable.put(path, "The folder may not be read by this user.");
    } else {
      unreadable.put(path, "The folder could not be searched.");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException cause) {
    if (cause != null) {
      unreadable.put(folder, "The folder could not be read to its end.");
    }
    return FileVisitResult.CONTINUE;
  }

  static boolean isTruth(Path folder) {
    Path name = folder.getFileName();
    Path parent = folder.toAbsolutePath().getParent();
    if (name == null || parent == null || !name.toString().equals("truth")) {
      return false;
    }
    try (Stream<Path> beside = Files.list(parent)) {
      return beside.anyMatch(file -> promisesPicture(file) && Files.isRegularFile(file));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean promisesPicture(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : name.toString();
    String extension = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return text.indexOf('.') >= 0 && PICTURES.contains(extension);
  }
}
