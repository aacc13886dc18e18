package org.palimpsest.casework.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.palimpsest.casework.ExaminationRequest;

/** Examinations that were asked for, oldest first. They outlast a crash. */
public final class WorkQueue {
  private final Database database;
  private final CaseFolder folder;

  WorkQueue(Database database, CaseFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /** Asks for examinations; an exhibit that waits under the same request is not queued twice. */
  public List<Job> add(Collection<Long> exhibits, ExaminationRequest request) throws CaseException {
    String json = database.content().write(request);
    database.change(
        change -> {
          for (long exhibit : exhibits) {
            add(change, exhibit, json);
          }
        });
    return jobs().stream()
        .filter(job -> exhibits.contains(job.exhibit()) && job.request().equals(request))
        .toList();
  }

  private static void add(Transaction change, long exhibit, String request)
      throws SQLException, CaseException {
    Exhibits.require(change.sql(), exhibit);
    change
        .sql()
        .run(
            "INSERT INTO job (exhibit, request, at) SELECT ?, ?, ? WHERE NOT EXISTS"
                + " (SELECT 1 FROM job WHERE exhibit = ? AND request = ?)",
            exhibit,
            request,
            change.at().toString(),
            exhibit,
            request);
    Standing.settle(change, exhibit, ExhibitState.QUEUED);
    change.touch(CaseChange.Kind.QUEUE);
  }

  /** Everything that waits or is in hand, oldest first. */
  public List<Job> jobs() throws CaseException {
    record Row(
        long id, long exhibit, String path, Storage storage, String request, boolean running) {}
    List<Row> rows =
        database.read(
            sql ->
                sql.list(
                    "SELECT j.id, j.exhibit, s.path, s.storage, j.request, j.running FROM job j"
                        + " JOIN standing s ON s.exhibit = j.exhibit ORDER BY j.id",
                    row ->
                        new Row(
                            row.getLong(1),
                            row.getLong(2),
                            row.getString(3),
                            Storage.valueOf(row.getString(4)),
                            row.getString(5),
                            row.getBoolean(6))));
    List<Job> jobs = new ArrayList<>();
    for (Row row : rows) {
      Path path = folder.resolve(row.path(), row.storage());
      jobs.add(
          new Job(
              row.id(),
              row.exhibit(),
              path,
              database.content().read(row.request(), ExaminationRequest.class),
              row.running()));
    }
    return jobs;
  }

  /** Takes jobs out of the queue; a result of theirs that still comes is kept nevertheless. */
  public void cancel(Collection<Job> jobs) throws CaseException {
    database.change(
        change -> {
          for (Job job : jobs) {
            if (change.sql().run("DELETE FROM job WHERE id = ?", job.id()) > 0) {
              ExhibitState rest = Standing.rest(change.sql(), job.exhibit());
              boolean examined = rest == ExhibitState.DONE || rest == ExhibitState.FAILED;
              Standing.settle(change, job.exhibit(), examined ? rest : ExhibitState.CANCELLED);
              change.touch(CaseChange.Kind.QUEUE);
            }
          }
        });
  }

  /**
   * A sink that keeps the results of these jobs; they are to be done under one set of conditions.
   */
  public CaseSink sink(Collection<Job> jobs) {
    return new CaseSink(database, jobs);
  }

  /** Jobs that were in hand when the program ended wait again. */
  static void resume(Transaction change) throws SQLException {
    List<Long> cut =
        change.sql().list("SELECT exhibit FROM job WHERE running = 1", row -> row.getLong(1));
    change.sql().run("UPDATE job SET running = 0 WHERE running = 1");
    for (long exhibit : cut) {
      Standing.settle(change, exhibit, ExhibitState.QUEUED);
    }
  }
}
