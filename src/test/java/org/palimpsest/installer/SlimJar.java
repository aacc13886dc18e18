package org.palimpsest.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A jar without the entries that this package does not need. */
final class SlimJar {
  private SlimJar() {}

  /**
   * Copies a jar; one without unneeded entries is copied byte by byte.
   *
   * @return how many entries were left out
   */
  static int copy(Path jar, Path target, Predicate<String> unneeded) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      List<? extends ZipEntry> kept =
          entries.stream().filter(entry -> !unneeded.test(entry.getName())).toList();
      if (kept.size() == entries.size()) {
        Files.copy(jar, target);
        return 0;
      }
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
        for (ZipEntry entry : kept) {
          ZipEntry copy = new ZipEntry(entry.getName());
          copy.setTimeLocal(entry.getTimeLocal());
          out.putNextEntry(copy);
          zip.getInputStream(entry).transferTo(out);
          out.closeEntry();
        }
      }
      return entries.size() - kept.size();
    }
  }

  /** Copies entries into a folder, each by its own name without those of its folders. */
  static void unpack(Path jar, Path folder, Predicate<String> wanted) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (wanted.test(entry.getName())) {
          String name = entry.getName();
          Files.copy(
              zip.getInputStream(entry), folder.resolve(name.substring(name.lastIndexOf('/') + 1)));
        }
      }
    }
  }
}
