package org.palimpsest.ui.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.report.CaseReports;
import org.palimpsest.report.ReportFormat;
import org.palimpsest.report.ReportPreview;
import org.palimpsest.report.ReportRequest;
import org.palimpsest.report.WrittenReport;
import org.palimpsest.report.data.CancelledReportException;
import org.palimpsest.report.data.Selection;
import org.palimpsest.report.data.SourceProtection;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.tasks.NewestOnly;

/**
 * A report in the making: what it is to be about, its pages as they would be, what it lacks, and
 * its writing. Everything long runs one after another on a thread of its own. Used by the thread
 * that owns the window.
 */
final class ReportModel implements AutoCloseable {
  /** What a report is about. */
  enum Scope {
    ONE,
    SELECTION,
    ALL
  }

  private final CaseFile file;
  private final CaseReports reports;
  private final List<Long> selected;
  private final int pageWidth;
  private final Consumer<Runnable> window;
  private final Consumer<Throwable> failed;
  private final BackgroundPool pool = new BackgroundPool("report", 1);
  private final NewestOnly previews = new NewestOnly(pool);
  private final NewestOnly drawings = new NewestOnly(pool);
  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.ALL);
  private final IntegerProperty details = new SimpleIntegerProperty(Selection.USUALLY_DETAILED);
  private final Map<ReportFormat, BooleanProperty> formats = new EnumMap<>(ReportFormat.class);
  private final BooleanProperty protectSources = new SimpleBooleanProperty();
  private final BooleanProperty protectNames = new SimpleBooleanProperty();
  private final BooleanProperty replace = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Path> folder = new SimpleObjectProperty<>();
  private final IntegerProperty page = new SimpleIntegerProperty();
  private final ReadOnlyIntegerWrapper pages = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable RgbImage> picture = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Errand> inHand = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable WrittenReport> written =
      new ReadOnlyObjectWrapper<>();
  private final ObservableList<String> missing = FXCollections.observableArrayList();
  private boolean writing;
  private boolean closed;
  // On the pool's thread only.
  private @Nullable ReportPreview shown;

  /**
   * A report of which nothing is made yet.
   *
   * @param selected exhibits chosen in the window, the one looked at first
   * @param pageWidth of the pages' pictures, in pixels
   */
  ReportModel(
      CaseFile file,
      CaseReports reports,
      List<Long> selected,
      int pageWidth,
      Consumer<Runnable> window,
      Consumer<Throwable> failed) {
    this.file = file;
    this.reports = reports;
    this.selected = List.copyOf(selected);
    this.pageWidth = pageWidth;
    this.window = window;
    this.failed = failed;
    for (ReportFormat format : ReportFormat.values()) {
      formats.put(format, new SimpleBooleanProperty(format == ReportFormat.PDF));
    }
    folder.set(usualFolder(file.path()));
    scope.addListener(now -> preview());
    details.addListener(now -> preview());
    protectSources.addListener(now -> preview());
    protectNames.addListener(now -> preview());
    page.addListener(now -> draw());
  }

  private static Path usualFolder(Path caseFile) {
    String name = String.valueOf(caseFile.getFileName());
    int dot = name.lastIndexOf('.');
    return caseFile.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "-report");
  }

  ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  /** Whether a scope has anything in it that the others lack. */
  boolean offers(Scope which) {
    return switch (which) {
      case ONE -> !selected.isEmpty();
      case SELECTION -> selected.size() > 1;
      case ALL -> true;
    };
  }

  /** How many exhibits are described in full, the worst first. */
  IntegerProperty detailsProperty() {
    return details;
  }

  BooleanProperty formatProperty(ReportFormat format) {
    return java.util.Objects.requireNonNull(formats.get(format));
  }

  BooleanProperty protectSourcesProperty() {
    return protectSources;
  }

  BooleanProperty protectNamesProperty() {
    return protectNames;
  }

  BooleanProperty replaceProperty() {
    return replace;
  }

  ObjectProperty<@Nullable Path> folderProperty() {
    return folder;
  }

  /** The page that is looked at, 0 for the first. */
  IntegerProperty pageProperty() {
    return page;
  }

  ReadOnlyIntegerProperty pagesProperty() {
    return pages.getReadOnlyProperty();
  }

  /** That page; null until it is drawn. */
  ReadOnlyObjectProperty<@Nullable RgbImage> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** What keeps the report a draft, a sentence each. */
  ObservableList<String> missing() {
    return missing;
  }

  /** What is being done; null when nothing is. */
  ReadOnlyObjectProperty<@Nullable Errand> inHandProperty() {
    return inHand.getReadOnlyProperty();
  }

  /** The report on the disk; null until it is there. */
  ReadOnlyObjectProperty<@Nullable WrittenReport> writtenProperty() {
    return written.getReadOnlyProperty();
  }

  private Set<ReportFormat> chosenFormats() {
    Set<ReportFormat> chosen = EnumSet.noneOf(ReportFormat.class);
    formats.forEach(
        (format, property) -> {
          if (property.get()) {
            chosen.add(format);
          }
        });
    return chosen;
  }

  /** Whether there is something to write and a place for it. */
  boolean isReady() {
    return !chosenFormats().isEmpty() && folder.get() != null && !writing && !closed;
  }

  private Selection selection() {
    Set<Integer> items = new TreeSet<>();
    List<Long> about =
        switch (scope.get()) {
          case ONE -> selected.subList(0, Math.min(1, selected.size()));
          case SELECTION -> selected;
          case ALL -> List.of();
        };
    // The id is the item number.
    about.forEach(id -> items.add(id.intValue()));
    return new Selection(items, details.get());
  }

  private ReportRequest request(Path place, Set<ReportFormat> wanted) {
    SourceProtection protection =
        protectNames.get()
            ? SourceProtection.ofSourcesAndNames()
            : protectSources.get() ? SourceProtection.ofSources() : SourceProtection.none();
    return new ReportRequest(place, wanted, selection(), protection, replace.get());
  }

  /** Lays the pages out anew; what is being laid out is given up. */
  void preview() {
    if (closed || writing) {
      return;
    }
    stop();
    Errand errand = begin();
    ReportRequest request =
        request(file.path().resolveSibling("preview"), Set.of(ReportFormat.PDF));
    previews.ask(() -> layOut(request, errand));
  }

  private void layOut(ReportRequest request, Errand errand) {
    try {
      ReportPreview made = reports.preview(file, request, errand);
      forget();
      shown = made;
      int count = made.pages();
      List<String> lacks = made.missing();
      window.accept(() -> arrived(errand, count, lacks));
    } catch (CancelledReportException e) {
      window.accept(() -> end(errand));
    } catch (Exception | Error e) {
      window.accept(() -> fail(errand, e));
    }
  }

  private void arrived(Errand errand, int count, List<String> lacks) {
    if (errand.isCancelled()) {
      end(errand);
      return;
    }
    end(errand);
    missing.setAll(lacks);
    pages.set(count);
    if (page.get() >= count) {
      page.set(Math.max(0, count - 1));
    } else {
      draw();
    }
  }

  private void draw() {
    int index = page.get();
    if (!closed && index >= 0 && index < pages.get()) {
      drawings.ask(() -> draw(index));
    }
  }

  private void draw(int index) {
    ReportPreview from = shown;
    if (from == null || index >= from.pages()) {
      return;
    }
    try {
      RgbImage drawn = from.page(index, pageWidth);
      window.accept(
          () -> {
            if (page.get() == index) {
              picture.set(drawn);
            }
          });
    } catch (IOException e) {
      window.accept(() -> failed.accept(e));
    }
  }

  /** Writes the report. */
  void write() {
    Path place = folder.get();
    if (!isReady() || place == null) {
      return;
    }
    stop();
    writing = true;
    written.set(null);
    Errand errand = begin();
    ReportRequest request = request(place, chosenFormats());
    var unused =
        pool.submit(
            () -> {
              try {
                WrittenReport report = reports.write(file, request, errand);
                window.accept(
                    () -> {
                      end(errand);
                      missing.setAll(report.missing());
                      written.set(report);
                    });
              } catch (CancelledReportException e) {
                window.accept(() -> end(errand));
              } catch (Exception | Error e) {
                window.accept(() -> fail(errand, e));
              }
              return true;
            });
  }

  /** Stops what is in hand; of a report that was being written nothing is kept. */
  void cancel() {
    stop();
  }

  private void stop() {
    Errand now = inHand.get();
    if (now != null) {
      now.cancel();
    }
  }

  private Errand begin() {
    Errand errand = new Errand(window);
    inHand.set(errand);
    return errand;
  }

  private void end(Errand errand) {
    if (errand.equals(inHand.get())) {
      writing = false;
      inHand.set(null);
    }
  }

  private void fail(Errand errand, Throwable cause) {
    boolean wanted = !errand.isCancelled();
    end(errand);
    if (wanted) {
      failed.accept(cause);
    }
  }

  private void forget() throws IOException {
    ReportPreview before = shown;
    shown = null;
    if (before != null) {
      before.close();
    }
  }

  /** Stops what is in hand and removes the pages, without waiting for it. */
  @Override
  public void close() {
    closed = true;
    stop();
    var unused =
        pool.submit(
            () -> {
              forget();
              return true;
            });
  }

  /** Waits until nothing of it is left; not for the thread that owns the window. */
  void awaitEnd() {
    pool.close();
  }
}
