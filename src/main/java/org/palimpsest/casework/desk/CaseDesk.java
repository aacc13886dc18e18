package org.palimpsest.casework.desk;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.store.Added;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.ExhibitState;
import org.palimpsest.casework.store.Job;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.Storage;
import org.palimpsest.tasks.Work;
import org.palimpsest.tasks.WorkQueue;
import org.palimpsest.tasks.WorkState;

/**
 * The work on an open case. Methods return once the case file knows what is wanted; they read and
 * write that file, so they are not called on the FX thread. {@link #close()} waits for what is in
 * hand, native code included; what waits is taken up when the case is opened again.
 */
public final class CaseDesk implements AutoCloseable {
  private final CaseFile file;
  private final ArrivalDesk arrivals;
  private final ExaminationDesk examinations;

  /**
   * A desk at which nothing happens before {@link #takeUp()}.
   *
   * @param file open for changes
   * @param processors cores that background work may keep busy
   */
  public CaseDesk(
      CaseFile file,
      Laboratory laboratory,
      int processors,
      InstantSource clock,
      DeskListener listener) {
    this.file = file;
    int decoders = Math.clamp(processors / 2, 1, 4);
    arrivals = new ArrivalDesk(file, decoders, clock, listener);
    examinations = new ExaminationDesk(file, laboratory, processors, clock, listener);
  }

  /** Goes on with what was left when the case was last open. */
  public void takeUp() throws CaseException {
    arrivals.add(
        file.exhibits().rows().stream()
            .filter(row -> row.sha256() == null && row.state() != ExhibitState.FAILED)
            .map(ExhibitRow::id)
            .toList());
    examinations.takeUp();
  }

  /** Exhibits being read for the first time. */
  public WorkQueue<Long> arrivals() {
    return arrivals.queue();
  }

  /** Examinations that wait, run and have ended since the case was opened. */
  public WorkQueue<Job> examinations() {
    return examinations.queue();
  }

  /**
   * Takes files into the case: they are in the list at once and are read behind.
   *
   * @param request how they are to be examined; null when they are not
   * @return ids of the exhibits that were not there before
   */
  public List<Long> take(
      List<Path> files, Receipt receipt, Storage storage, @Nullable ExaminationRequest request)
      throws CaseException {
    Added added = file.exhibits().add(files, receipt, storage);
    arrivals.add(added.fresh());
    if (request != null && !added.fresh().isEmpty()) {
      examinations.add(added.fresh(), request);
    }
    return added.fresh();
  }

  /** Asks for examinations of exhibits that are in the list. */
  public void examine(Collection<Long> exhibits, ExaminationRequest request) throws CaseException {
    examinations.add(exhibits, request);
  }

  /** Begins nothing new; what is in hand is finished. */
  public void pause() {
    arrivals.queue().pause();
    examinations.queue().pause();
  }

  public void resume() {
    arrivals.resume();
    examinations.resume();
  }

  /** Cancels pieces of {@link #examinations()}. */
  public void cancel(Collection<Long> works) throws CaseException {
    examinations.cancel(works);
  }

  public void cancelAll() throws CaseException {
    cancel(examinations.queue().open(job -> true).stream().map(Work::id).toList());
  }

  /** Asks again for pieces of {@link #examinations()} that failed or were cancelled. */
  public void retry(Collection<Long> works) throws CaseException {
    examinations.retry(works);
  }

  public void retryFailed() throws CaseException {
    retry(
        examinations.queue().items().stream()
            .filter(work -> work.state() == WorkState.FAILED)
            .map(Work::id)
            .toList());
  }

  @Override
  public void close() {
    arrivals.close();
    examinations.close();
  }
}
