package org.palimpsest.casework.desk;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.BatchSource;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.Examined;
import org.palimpsest.casework.ExaminationSink;
import org.palimpsest.casework.FailedItem;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.store.Job;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.tasks.WorkQueue;
import org.palimpsest.tasks.WorkTicket;

/**
 * One batch between the queue and the case: gives the batch its files as long as the queue hands
 * them out, keeps what becomes of each, and tells the queue once it is kept.
 */
final class ExaminationRound implements BatchSource, ExaminationSink {
  private final WorkQueue<Job> queue;
  private final ExaminationSink sink;
  private final Set<Long> jobs;
  private final Map<Path, WorkTicket<Job>> inHand = new ConcurrentHashMap<>();

  /**
   * A round.
   *
   * @param jobs under one request, known to the sink
   */
  ExaminationRound(WorkQueue<Job> queue, ExaminationSink sink, Collection<Job> jobs) {
    this.queue = queue;
    this.sink = sink;
    this.jobs = jobs.stream().map(Job::id).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<Path> next() {
    Optional<WorkTicket<Job>> ticket = queue.take(job -> jobs.contains(job.id()));
    ticket.ifPresent(taken -> inHand.put(taken.what().path(), taken));
    return ticket.map(taken -> taken.what().path());
  }

  @Override
  public boolean isWanted(Path file) {
    WorkTicket<Job> ticket = inHand.get(file);
    return ticket == null || !ticket.cancellation().isRequested();
  }

  @Override
  public void progress(Path file, double share) {
    WorkTicket<Job> ticket = inHand.get(file);
    if (ticket != null) {
      ticket.progress(share);
    }
  }

  @Override
  public void dropped(Path file) {
    WorkTicket<Job> ticket = inHand.remove(file);
    if (ticket != null) {
      if (ticket.cancellation().isRequested()) {
        ticket.cancelled();
      } else {
        ticket.putBack();
      }
    }
  }

  @Override
  public void admit(Path file, Sha256 sha256) throws EvidenceException {
    sink.admit(file, sha256);
  }

  @Override
  public boolean holds(Path file, Sha256 sha256, Conditions conditions) {
    boolean held = sink.holds(file, sha256, conditions);
    if (held) {
      done(inHand.remove(file));
    }
    return held;
  }

  @Override
  public void examined(Examined examined) throws OutputException {
    sink.examined(examined);
    done(inHand.remove(examined.source()));
  }

  private static void done(@Nullable WorkTicket<Job> ticket) {
    if (ticket != null) {
      ticket.done();
    }
  }

  @Override
  public void failed(FailedItem item) throws OutputException {
    sink.failed(item);
    WorkTicket<Job> ticket = inHand.remove(Path.of(item.path()));
    if (ticket != null) {
      ticket.failed(item.code(), item.reason());
    }
  }

  /** Gives back what the batch left: it broke down, or was asked to stop. */
  void leave() {
    inHand.keySet().forEach(this::dropped);
  }
}
