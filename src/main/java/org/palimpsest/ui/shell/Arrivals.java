package org.palimpsest.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.ExhibitFinder;
import org.palimpsest.casework.FailedItem;
import org.palimpsest.casework.Listing;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.Storage;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.ui.fx.Background;

/** Brings files, folders and pasted pictures into the open case, all in the background. */
final class Arrivals {
  private final Background background;
  private final Supplier<@Nullable OpenCase> open;
  private final Supplier<@Nullable ExaminationRequest> request;
  private final Consumer<Arrived> arrived;
  private final InstantSource clock = InstantSource.system();

  /**
   * What came of it.
   *
   * @param fresh exhibits that are new in the list
   * @param known files that were there already
   * @param leftOut files in folders whose names promise no picture
   * @param problems paths that could not be looked into
   */
  record Arrived(List<Long> fresh, int known, int leftOut, List<FailedItem> problems) {}

  /**
   * A way in.
   *
   * @param open the case, if one is open
   * @param request how new pictures are to be examined; null when they are not
   * @param arrived told on the FX thread
   */
  Arrivals(
      Background background,
      Supplier<@Nullable OpenCase> open,
      Supplier<@Nullable ExaminationRequest> request,
      Consumer<Arrived> arrived) {
    this.background = background;
    this.open = open;
    this.request = request;
    this.arrived = arrived;
  }

  /** Takes files, and the pictures of folders to any depth. */
  void take(List<Path> paths, Receipt receipt) {
    OpenCase target = open.get();
    if (target == null || target.work() == null || paths.isEmpty()) {
      return;
    }
    ExaminationRequest how = request.get();
    background.run(() -> take(target, paths, receipt, how), arrived);
  }

  private Arrived take(
      OpenCase target, List<Path> paths, Receipt receipt, @Nullable ExaminationRequest how)
      throws Exception {
    // Copies of the case's own are in it already; a path that exists is never read as a pattern.
    ExhibitFinder finder = new ExhibitFinder(target.file().copies(), clock);
    Listing listing = finder.find(paths.stream().map(Path::toString).toList());
    List<Long> fresh =
        target.desk().orElseThrow().take(listing.files(), receipt, Storage.REFERENCE, how);
    return new Arrived(
        fresh, listing.files().size() - fresh.size(), listing.leftOut(), listing.problems());
  }

  /** Keeps a picture that was on the clipboard without a file, and takes it in. */
  void paste(RgbImage picture) {
    OpenCase target = open.get();
    if (target == null || target.work() == null) {
      return;
    }
    ExaminationRequest how = request.get();
    background.run(
        () -> {
          Path file = keep(target, picture);
          Receipt receipt =
              new Receipt(
                  "pasted from the clipboard; there was no file, so the pixels were saved as PNG"
                      + " by this program",
                  "",
                  clock.instant(),
                  target.file().actor().person(),
                  "",
                  "%d x %d pixels".formatted(picture.width(), picture.height()));
          List<Long> fresh =
              target.desk().orElseThrow().take(List.of(file), receipt, Storage.REFERENCE, how);
          return new Arrived(fresh, 1 - fresh.size(), 0, List.of());
        },
        arrived);
  }

  private Path keep(OpenCase target, RgbImage picture) throws java.io.IOException {
    Path folder = target.file().copies();
    Files.createDirectories(folder);
    String stamp = clock.instant().toString().replaceAll("[^0-9]", "");
    Path file = folder.resolve("pasted-%s.png".formatted(stamp.substring(0, Math.min(17, stamp.length()))));
    byte[] bytes = Png.encode(picture);
    AtomicFile.write(file, bytes);
    return file;
  }

  /** The problems as one text, at most a handful of them. */
  static String words(List<FailedItem> problems) {
    List<String> lines = new ArrayList<>();
    for (FailedItem problem : problems.subList(0, Math.min(8, problems.size()))) {
      lines.add("%s  %s%n%s".formatted(problem.code(), problem.path(), problem.reason()));
    }
    if (problems.size() > lines.size()) {
      lines.add(String.format(Locale.ROOT, "… %d", problems.size() - lines.size()));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
