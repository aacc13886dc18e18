package org.palimpsest.casework.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.palimpsest.casework.Batch;
import org.palimpsest.casework.BatchLimits;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.casework.Examination;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.FailedItem;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.CaseSink;
import org.palimpsest.casework.store.Job;
import org.palimpsest.registry.ModelException;
import org.palimpsest.tasks.Lane;
import org.palimpsest.tasks.Progress;
import org.palimpsest.tasks.Work;
import org.palimpsest.tasks.WorkQueue;
import org.palimpsest.tasks.WorkState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off the examinations that were asked for in a case, in their order. One batch at a time:
 * decoding, prediction and storing overlap within it, and there is one device. The queue in memory
 * mirrors the one in the case file, which outlasts a crash.
 */
final class ExaminationDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExaminationDesk.class);

  private final CaseFile file;
  private final Laboratory laboratory;
  private final int processors;
  private final InstantSource clock;
  private final DeskListener listener;
  private final WorkQueue<Job> queue;
  private final Lane lane = new Lane("examine", 1, this::workOff);

  ExaminationDesk(
      CaseFile file,
      Laboratory laboratory,
      int processors,
      InstantSource clock,
      DeskListener listener) {
    this.file = file;
    this.laboratory = laboratory;
    this.processors = processors;
    this.clock = clock;
    this.listener = listener;
    queue = new WorkQueue<>(clock);
  }

  WorkQueue<Job> queue() {
    return queue;
  }

  /** Takes up what was left in the case when the program ended last. */
  void takeUp() throws CaseException {
    file.queue().jobs().forEach(queue::add);
    lane.wake();
  }

  void add(Collection<Long> exhibits, ExaminationRequest request) throws CaseException {
    List<Job> wanted = file.queue().add(new HashSet<>(exhibits), request);
    HashSet<Long> known = new HashSet<>();
    queue.open(job -> true).forEach(work -> known.add(work.what().id()));
    wanted.stream().filter(job -> !known.contains(job.id())).forEach(queue::add);
    lane.wake();
  }

  void resume() {
    queue.resume();
    lane.wake();
  }

  void cancel(Collection<Long> works) throws CaseException {
    List<Job> jobs = new ArrayList<>();
    for (long id : works) {
      queue.item(id).filter(work -> !work.state().isFinished()).ifPresent(work -> jobs.add(work.what()));
      queue.cancel(id);
    }
    file.queue().cancel(jobs);
  }

  void retry(Collection<Long> works) throws CaseException {
    for (long id : works) {
      Optional<Work<Job>> work = queue.item(id);
      if (work.isPresent()
          && (work.get().state() == WorkState.FAILED
              || work.get().state() == WorkState.CANCELLED)) {
        Job job = work.get().what();
        for (Job again : file.queue().add(List.of(job.exhibit()), job.request())) {
          queue.retry(id, again);
        }
      }
    }
    lane.wake();
  }

  private void workOff() {
    for (Optional<Job> next = queue.peek(); next.isPresent(); next = queue.peek()) {
      ExaminationRequest request = next.get().request();
      List<Job> jobs =
          queue.open(job -> job.request().equals(request)).stream().map(Work::what).toList();
      try (CaseSink sink = file.queue().sink(jobs)) {
        ExaminationRound round = new ExaminationRound(queue, sink, jobs);
        try {
          examine(request, round);
        } finally {
          round.leave();
        }
      } catch (OutputException e) {
        stuck(e.code(), e);
      } catch (CaseException e) {
        stuck(e.code(), e);
      } catch (RuntimeException | Error e) {
        stuck("INT-01", e);
      }
    }
  }

  private void examine(ExaminationRequest request, ExaminationRound round) throws OutputException {
    Examination examination;
    try {
      examination = laboratory.examination(request);
    } catch (ModelException e) {
      failAll(round, e.code(), e);
      return;
    } catch (DeviceException e) {
      failAll(round, e.code(), e);
      return;
    } finally {
      listener.modelChanged();
    }
    BatchLimits limits =
        BatchLimits.of(
            examination.detector().batchSize(), processors, Runtime.getRuntime().maxMemory());
    new Batch(examination, round, limits).run(round, 0, untilHalted());
  }

  private Progress untilHalted() {
    return new Progress() {
      @Override
      public void report(long done, long total, String message) {}

      @Override
      public boolean isCancelled() {
        return queue.isPaused() || queue.isStopped();
      }
    };
  }

  /** Without the model or device asked for, every item of the request fails with that reason. */
  private void failAll(ExaminationRound round, String code, Exception cause)
      throws OutputException {
    LOG.warn("A request cannot be served ({})", code, cause);
    String reason = String.valueOf(cause.getMessage());
    for (var path = round.next(); path.isPresent(); path = round.next()) {
      round.failed(new FailedItem(path.get().toString(), code, reason, clock.instant()));
    }
  }

  /** Going on would fail again at the next item: the queue rests until a person resumes it. */
  private void stuck(String code, Throwable cause) {
    LOG.error("The examinations are paused ({})", code, cause);
    queue.pause();
    listener.stuck(code, String.valueOf(cause.getMessage()), cause);
  }

  /** Hands nothing out any more and waits for what is in hand; the rest waits in the case. */
  @Override
  public void close() {
    queue.stop();
    lane.close();
  }
}
