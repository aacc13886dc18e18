package org.palimpsest.casework.desk;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.tasks.Lane;
import org.palimpsest.tasks.WorkQueue;
import org.palimpsest.tasks.WorkTicket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads, hashes and decodes exhibits that are in the list already, a few at a time. */
final class ArrivalDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ArrivalDesk.class);

  private final CaseFile file;
  private final DeskListener listener;
  private final WorkQueue<Long> queue;
  private final Lane lane;

  ArrivalDesk(CaseFile file, int threads, InstantSource clock, DeskListener listener) {
    this.file = file;
    this.listener = listener;
    queue = new WorkQueue<>(clock);
    lane = new Lane("arrive", threads, this::workOff);
  }

  WorkQueue<Long> queue() {
    return queue;
  }

  void add(Collection<Long> exhibits) {
    for (long exhibit : exhibits) {
      queue.add(exhibit);
      lane.wake();
    }
  }

  void resume() {
    queue.resume();
    lane.wake();
  }

  private void workOff() {
    for (Optional<WorkTicket<Long>> next = queue.take(id -> true);
        next.isPresent();
        next = queue.take(id -> true)) {
      receive(next.get());
    }
  }

  private void receive(WorkTicket<Long> ticket) {
    long exhibit = ticket.what();
    try {
      file.intake().receive(exhibit);
      ExhibitRow row = file.exhibits().row(exhibit);
      if (row.errorCode() == null) {
        ticket.done();
      } else {
        ticket.failed(row.errorCode(), String.valueOf(row.error()));
      }
    } catch (CaseException e) {
      ticket.putBack();
      stuck(e.code(), e);
    } catch (OutOfMemoryError e) {
      ticket.failed("MEM-01", "There is not enough memory to read this image.");
      LOG.error("Exhibit {} needs more memory than there is", exhibit, e);
    } catch (RuntimeException e) {
      ticket.putBack();
      stuck("INT-01", e);
    }
  }

  private void stuck(String code, Exception cause) {
    LOG.error("Taking in is paused ({})", code, cause);
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
