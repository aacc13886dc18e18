package org.palimpsest.report.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.Examined;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.tasks.Progress;

/** Computes everything in a bundle again and compares. */
public final class Replay {
  /** Examines files once more; what it holds in memory is freed when it is closed. */
  public interface Examiner extends AutoCloseable {
    /**
     * Under the conditions of the record.
     *
     * @throws NotRepeatedException when that is not possible here, with the reason
     */
    Examined examine(Path file, ExaminationRecord reported) throws NotRepeatedException;

    @Override
    default void close() {}
  }

  private final Bundle bundle;
  private final ExhibitSearch exhibits;
  private final Examiner examiner;

  /** A replay of a checked bundle. */
  public Replay(Bundle bundle, ExhibitSearch exhibits, Examiner examiner) {
    this.bundle = bundle;
    this.exhibits = exhibits;
    this.examiner = examiner;
  }

  /**
   * One comparison for each item, by item number; those not reached when cancelled are not
   * compared.
   */
  public List<Comparison> run(Progress progress) throws BundleException {
    List<Comparison> comparisons = new ArrayList<>();
    for (BundleManifest.Item item : bundle.items()) {
      progress.report(comparisons.size(), bundle.items().size(), "exhibit " + item.item());
      comparisons.add(
          progress.isCancelled()
              ? Comparison.none(item.item(), "the replay was cancelled")
              : compare(item));
    }
    comparisons.sort(Comparator.comparingInt(Comparison::item));
    return comparisons;
  }

  private Comparison compare(BundleManifest.Item item) throws BundleException {
    ExaminationRecord reported = bundle.record(item);
    Optional<Path> file = exhibits.find(reported.file());
    if (file.isEmpty()) {
      return Comparison.none(
          item.item(), "no file with SHA-256 %s was found".formatted(reported.file().sha256()));
    }
    Examined again;
    try {
      again = examiner.examine(file.get(), reported);
    } catch (NotRepeatedException e) {
      return Comparison.none(item.item(), String.valueOf(e.getMessage()));
    }
    String name = item.map();
    FloatMap map = name == null ? null : bundle.map(name);
    return Comparison.of(item.item(), reported, map, again);
  }
}
