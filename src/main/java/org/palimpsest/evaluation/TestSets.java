package org.palimpsest.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds pictures whose truth is known on disk. */
public final class TestSets {
  private TestSets() {}

  /**
   * Edited pictures with masks: {@code Tp} and {@code Gt} folders (the layout of IMDL-BenCo), at
   * any depth below a folder; a set is named after the folder that holds the two. A picture and its
   * mask have the same name up to the extension.
   *
   * @throws IOException naming the pictures without a mask, or if there is no pair at all
   */
  public static List<TestImage> edited(Path folder) throws IOException {
    List<TestImage> found = new ArrayList<>();
    List<String> lonely = new ArrayList<>();
    for (Path pictures : foldersNamedTp(folder)) {
      String set = nameOf(pictures.toAbsolutePath().getParent());
      Map<String, Path> masks = new LinkedHashMap<>();
      Path truths = pictures.resolveSibling("Gt");
      for (Path mask : Files.isDirectory(truths) ? files(truths) : List.<Path>of()) {
        masks.put(stem(mask), mask);
      }
      for (Path picture : files(pictures)) {
        Path mask = masks.get(stem(picture));
        if (mask == null) {
          lonely.add(picture.toString());
        } else {
          found.add(new TestImage(set, picture, mask));
        }
      }
    }
    if (!lonely.isEmpty()) {
      throw new IOException(
          "%d pictures have no mask of their name, the first is %s."
              .formatted(lonely.size(), lonely.getFirst()));
    }
    if (found.isEmpty()) {
      throw new IOException("There is no pair of folders Tp and Gt in %s.".formatted(folder));
    }
    return List.copyOf(found);
  }

  /**
   * Authentic pictures: every file of a folder, the set named after it.
   *
   * @throws IOException if the folder cannot be listed or is empty
   */
  public static List<TestImage> authentic(Path folder) throws IOException {
    String set = nameOf(folder.toAbsolutePath().normalize());
    List<TestImage> found =
        files(folder).stream().map(file -> new TestImage(set, file, null)).toList();
    if (found.isEmpty()) {
      throw new IOException("There is no file in %s.".formatted(folder));
    }
    return found;
  }

  private static List<Path> foldersNamedTp(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.endsWith("Tp") && Files.isDirectory(path)).sorted().toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String nameOf(@Nullable Path folder) {
    return folder == null ? "" : String.valueOf(folder.getFileName());
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
