package org.palimpsest.casework.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.ExaminationSink;
import org.palimpsest.casework.Examined;
import org.palimpsest.casework.FailedItem;
import org.palimpsest.casework.IntakeFacts;
import org.palimpsest.casework.OutputException;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.evidence.Sha256;

/**
 * Puts the results of a batch into the case, each with the end of its job in one transaction: after
 * a crash a job is either there or its result is, never both and never neither. When it is closed,
 * jobs begun and not ended wait again.
 */
public final class CaseSink implements ExaminationSink, AutoCloseable {
  private final Database database;
  private final Map<Path, Job> jobs = new LinkedHashMap<>();

  CaseSink(Database database, Collection<Job> jobs) {
    this.database = database;
    jobs.forEach(job -> this.jobs.putIfAbsent(job.path(), job));
  }

  /** The files to examine, in the order of the queue. */
  public List<Path> files() {
    return List.copyOf(jobs.keySet());
  }

  private Job job(Path file) {
    return Optional.ofNullable(jobs.get(file))
        .orElseThrow(() -> new IllegalArgumentException("No exhibit was queued as " + file));
  }

  /** Refuses bytes that are not those received, and marks the job as in hand. */
  @Override
  public void admit(Path file, Sha256 sha256) throws EvidenceException {
    Job job = job(file);
    Optional<Sha256> received =
        unchecked(() -> database.read(sql -> Intake.receivedAs(sql, job.exhibit())));
    if (received.isPresent() && !received.get().equals(sha256)) {
      throw EvidenceException.notAsReceived(file);
    }
    unchecked(() -> database.write(change -> begun(change, job)));
  }

  private static boolean begun(Transaction change, Job job) throws SQLException {
    boolean queued = change.sql().run("UPDATE job SET running = 1 WHERE id = ?", job.id()) > 0;
    if (queued) {
      Standing.settle(change, job.exhibit(), ExhibitState.RUNNING);
    }
    return queued;
  }

  @Override
  public boolean holds(Path file, Sha256 sha256, Conditions conditions) {
    Job job = job(file);
    String digest = Examinations.conditions(database.content(), conditions);
    return unchecked(
        () ->
            database.write(
                change -> {
                  boolean held =
                      Examinations.equal(change.sql(), job.exhibit(), sha256, digest).isPresent();
                  if (held) {
                    // A failure in between, such as a file that was away for a while, is over.
                    Standing.error(change, job.exhibit(), null, null);
                    end(change, job, ExhibitState.DONE);
                  }
                  return held;
                }));
  }

  @Override
  public void examined(Examined examined) throws OutputException {
    Job job = job(examined.source());
    // Compressed before the transaction begins, so that others wait for the writing only.
    List<MapStrips.Strip> map = MapStrips.encode(examined.heatmap().map());
    IntakeFacts.Taken taken = IntakeFacts.of(examined);
    String conditions = Examinations.conditions(database.content(), examined.record().conditions());
    kept(
        change -> {
          Intake.record(change, job.exhibit(), taken, null);
          Examinations.add(change, job.exhibit(), examined.record(), map, conditions);
          end(change, job, ExhibitState.DONE);
        });
  }

  @Override
  public void failed(FailedItem item) throws OutputException {
    Job job = job(Path.of(item.path()));
    kept(
        change -> {
          Failures.record(change, job.exhibit(), item.code(), item.reason());
          end(change, job, ExhibitState.FAILED);
        });
  }

  private static void end(Transaction change, Job job, ExhibitState state) throws SQLException {
    change.sql().run("DELETE FROM job WHERE id = ?", job.id());
    Standing.settle(change, job.exhibit(), state);
    change.touch(CaseChange.Kind.QUEUE);
  }

  private void kept(Database.Step change) throws OutputException {
    try {
      database.change(change);
    } catch (CaseException e) {
      throw new OutputException(e.code(), String.valueOf(e.getMessage()), e);
    }
  }

  private interface Access<T> {
    T call() throws CaseException;
  }

  /** For calls that cannot say so: the batch meets the same failure when it keeps the row. */
  private static <T> T unchecked(Access<T> access) {
    try {
      return access.call();
    } catch (CaseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws CaseException {
    database.change(
        change -> {
          for (Job job : jobs.values()) {
            int open =
                change
                    .sql()
                    .run("UPDATE job SET running = 0 WHERE id = ? AND running = 1", job.id());
            if (open > 0) {
              Standing.settle(change, job.exhibit(), ExhibitState.QUEUED);
            }
          }
        });
  }
}
