package org.palimpsest.report.data;

import java.util.Arrays;
import java.util.List;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.Flaw;
import org.palimpsest.casework.store.OriginalState;
import org.palimpsest.casework.store.Verification;
import org.palimpsest.tasks.Progress;

/**
 * What verifying a case gave, apart from its exhibits' files, which the report lists one by one.
 *
 * @param holds whether the audit log and everything it speaks of hold
 * @param result one sentence
 */
public record CustodyCheck(boolean holds, String result) {
  /** For a look at a report that is not written yet; verifying reads every exhibit again. */
  public static CustodyCheck later() {
    return new CustodyCheck(
        true, "This is a preview. The log is verified when the report is written.");
  }

  /**
   * Walks the audit log of a case and compares all that it vouches for.
   *
   * @throws CancelledReportException when it was cancelled before everything was looked at
   */
  public static CustodyCheck of(CaseFile file, Progress progress)
      throws CaseException, CancelledReportException {
    Verification found = file.verifier().run(progress);
    if (!found.complete()) {
      CancelledReportException.check(progress);
    }
    List<Flaw> flaws = found.flaws().stream().filter(flaw -> !isAboutAFile(flaw)).toList();
    if (flaws.isEmpty()) {
      return new CustodyCheck(
          found.complete(),
          "The %,d entries that the log then had, and the stored records and maps of %,d examinations, were compared with their digests. The result is the next entry."
              .formatted(found.entries(), found.examinations()));
    }
    Flaw first = flaws.getFirst();
    return new CustodyCheck(
        false,
        "%s: %s%s"
            .formatted(
                first.place(),
                first.sentence(),
                flaws.size() == 1
                    ? ""
                    : " %,d further places do not hold.".formatted(flaws.size() - 1)));
  }

  /** A file that is away or was changed is no flaw of the log; the list of exhibits says it. */
  private static boolean isAboutAFile(Flaw flaw) {
    return flaw.place().startsWith("exhibit ")
        && Arrays.stream(OriginalState.values())
            .anyMatch(state -> flaw.sentence().startsWith(state.words()));
  }
}
