package org.palimpsest.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.Exhibit;
import org.palimpsest.casework.store.Failures;
import org.palimpsest.casework.store.LatestResult;

/**
 * An exhibit with all its examinations and failures, as the case says at one moment.
 *
 * @param exhibit what was recorded when it came
 * @param results its examinations, the newest first; none ever replaces another
 * @param failures what went wrong with it, the newest first
 */
public record Inspection(Exhibit exhibit, List<Result> results, List<Failures.Failure> failures) {
  /**
   * One examination.
   *
   * @param id by which the case knows it
   * @param record everything it left
   */
  public record Result(long id, ExaminationRecord record) {}

  public Inspection {
    results = List.copyOf(results);
    failures = List.copyOf(failures);
  }

  /** Reads an exhibit from the case; takes as long as reading takes. */
  static Inspection of(CaseFile file, long exhibit) throws CaseException {
    List<Result> results = new ArrayList<>();
    for (LatestResult result : file.examinations().of(exhibit).reversed()) {
      results.add(
          new Result(result.examination(), file.examinations().record(result.examination())));
    }
    return new Inspection(
        file.exhibits().exhibit(exhibit), results, file.failures().of(exhibit).reversed());
  }
}
