package org.palimpsest.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.casework.CaseRow;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.ExaminationSink;
import org.palimpsest.casework.Examined;
import org.palimpsest.casework.FailedItem;
import org.palimpsest.casework.OutputException;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.evidence.Sha256;

/**
 * The output folder of a run: pictures and {@code results.jsonl} grow with every image, {@code
 * results.csv} and {@code index.html} are written by {@link #conclude}. It belongs to one run at a
 * time. Of a file examined again only the latest result is kept; a failure never replaces an
 * earlier result of the same path.
 */
public final class ResultsFolder implements ExaminationSink, AutoCloseable {
  private static final String JOURNAL = "results.jsonl";
  private static final String TABLE = "results.csv";
  private static final String PAGE = "index.html";

  private record Key(String path, boolean failed) {}

  private final Path folder;
  private final FolderLock lock;
  private final Journal journal;
  private final ArtefactWriter artefacts;
  private final Map<Key, ResultRow> rows = new LinkedHashMap<>();
  private boolean triesVariants;

  private ResultsFolder(Path folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
    journal = new Journal(folder.resolve(JOURNAL));
    artefacts = new ArtefactWriter(folder);
  }

  /**
   * Opens a folder, made if need be, for this run alone.
   *
   * @throws OutputException when it cannot be written, another run is in it, or its results are not
   *     this program's
   */
  public static ResultsFolder open(Path folder) throws OutputException {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      for (String part :
          List.of("", ArtefactWriter.OVERLAYS, ArtefactWriter.MAPS, ArtefactWriter.THUMBNAILS)) {
        Files.createDirectories(absolute.resolve(part));
      }
    } catch (IOException e) {
      throw new OutputException(
          "OUT-01", "The output folder cannot be written: %s.".formatted(absolute), e);
    }
    FolderLock lock = FolderLock.of(absolute);
    ResultsFolder results = new ResultsFolder(absolute, lock);
    try {
      results.load();
      return results;
    } catch (OutputException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void load() throws OutputException {
    try {
      journal.read().forEach(this::keep);
    } catch (IOException e) {
      throw new OutputException(
          "OUT-04",
          "The file %s holds something else than this program's results."
              .formatted(folder.resolve(JOURNAL)),
          e);
    }
  }

  /** From now on a result counts as there only with what became of its variants. */
  public synchronized void requireRobustness() {
    triesVariants = true;
  }

  /** Removes the results of earlier runs; files of others are left. */
  public synchronized void clear() throws OutputException {
    try {
      for (ResultRow row : rows.values()) {
        if (row.artefacts() != null) {
          for (Path file : row.artefacts().in(folder).toList()) {
            Files.deleteIfExists(file);
          }
        }
      }
      for (String name : List.of(JOURNAL, TABLE, PAGE)) {
        Files.deleteIfExists(folder.resolve(name));
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
    rows.clear();
  }

  @Override
  public synchronized boolean holds(Path file, Sha256 sha256, Conditions conditions) {
    ResultRow row = rows.get(new Key(file.toString(), false));
    boolean held =
        row != null
            && row.row() instanceof ExaminationRecord record
            && record.file().sha256().equals(sha256.hex())
            && record.conditions().equals(conditions)
            && row.artefacts() != null
            && (!triesVariants || row.robustness() != null)
            && row.artefacts().existIn(folder);
    if (held) {
      // A failure in between, such as a file that was away for a while, is over.
      rows.remove(new Key(file.toString(), true));
    }
    return held;
  }

  @Override
  public void examined(Examined examined) throws OutputException {
    try {
      ResultRow row = artefacts.write(examined);
      add(row);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public void failed(FailedItem item) throws OutputException {
    try {
      add(new ResultRow(item, null, null, null));
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private synchronized void add(ResultRow row) throws IOException {
    journal.append(row);
    keep(row);
  }

  private void keep(ResultRow row) {
    boolean failed = row.row() instanceof FailedItem;
    rows.put(new Key(row.row().path(), failed), row);
    if (!failed) {
      rows.remove(new Key(row.row().path(), true));
    }
  }

  /** What is known of every file, in the order of their paths. */
  public synchronized List<CaseRow> rows() {
    return sorted().stream().map(ResultRow::row).toList();
  }

  private List<ResultRow> sorted() {
    List<ResultRow> sorted = new ArrayList<>(rows.values());
    sorted.sort(Comparator.comparing(row -> row.row().path()));
    return sorted;
  }

  /**
   * Writes the table, the page and the rows in order.
   *
   * @return the page
   */
  public synchronized Path conclude(PageFacts facts) throws OutputException {
    List<ResultRow> sorted = sorted();
    Path page = folder.resolve(PAGE);
    try {
      journal.replace(sorted);
      AtomicFile.write(
          folder.resolve(TABLE), ResultsCsv.of(sorted).getBytes(StandardCharsets.UTF_8));
      AtomicFile.write(page, out -> new ContactPage(folder).write(sorted, facts, out));
    } catch (IOException e) {
      throw cannotWrite(e);
    }
    return page;
  }

  private OutputException cannotWrite(IOException cause) {
    return new OutputException(
        "OUT-05", "The results could not be written into %s.".formatted(folder), cause);
  }

  @Override
  public void close() {
    lock.close();
  }
}
