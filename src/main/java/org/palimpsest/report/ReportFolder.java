package org.palimpsest.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.palimpsest.casework.OutputException;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.evidence.Sha256;

/**
 * Where a report goes. Its files are written in a hidden folder beside their place and moved there
 * when all are whole, the list of their digests last.
 */
final class ReportFolder implements AutoCloseable {
  static final String DIGESTS = "SHA256SUMS";

  private final Path target;
  private final Path work;

  private ReportFolder(Path target, Path work) {
    this.target = target;
    this.work = work;
  }

  static ReportFolder open(ReportRequest request) throws OutputException {
    Path target = request.folder().toAbsolutePath().normalize();
    try {
      Files.createDirectories(target);
      if (!request.replace()) {
        refuseExisting(target);
      }
      return new ReportFolder(target, Files.createTempDirectory(target, ".palimpsest-report-"));
    } catch (IOException e) {
      throw new OutputException(
          "OUT-33", "No report can be written into %s: %s.".formatted(target, reason(e)), e);
    }
  }

  private static void refuseExisting(Path target) throws OutputException {
    List<String> names = new ArrayList<>(List.of(DIGESTS, ReportDraft.BUNDLE));
    for (ReportFormat format : ReportFormat.values()) {
      names.add(format.file());
    }
    for (String name : names) {
      if (Files.exists(target.resolve(name))) {
        throw new OutputException(
            "OUT-34",
            "There is a report in %s already; ask for it to be replaced, or name another folder."
                .formatted(target),
            null);
      }
    }
  }

  Path work() {
    return work;
  }

  /** Puts everything in its place; gives the files, the list of digests last. */
  List<Path> publish() throws IOException {
    List<Path> written = files(work);
    StringBuilder digests = new StringBuilder();
    for (Path file : written) {
      String name = work.relativize(file).toString().replace('\\', '/');
      digests.append(Sha256.of(file).hex()).append("  ").append(name).append('\n');
    }
    // An old list beside new files would lie.
    Files.deleteIfExists(target.resolve(DIGESTS));
    List<Path> published = new ArrayList<>();
    for (Path file : written) {
      Path place = target.resolve(work.relativize(file).toString());
      Files.createDirectories(place.getParent());
      Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      published.add(place);
    }
    Path list = target.resolve(DIGESTS);
    AtomicFile.write(list, digests.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    published.add(list);
    return published;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Removes a folder of temporary files with all that is in it. */
  static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the system says of a failure. */
  static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "it is write-protected";
    }
    if (failure instanceof FileSystemException e && e.getReason() != null) {
      return e.getReason();
    }
    return String.valueOf(failure.getMessage());
  }

  @Override
  public void close() {
    if (Files.exists(work)) {
      remove(work);
    }
  }
}
