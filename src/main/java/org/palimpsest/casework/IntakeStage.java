package org.palimpsest.casework;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.tasks.HandOver;

/** Reads, hashes and decodes the files in their order; several threads take from one source. */
final class IntakeStage implements Callable<Integer> {
  private final BatchState batch;
  private final HandOver<InHand> decoded;
  private final AtomicInteger working;

  IntakeStage(BatchState batch, HandOver<InHand> decoded, int workers) {
    this.batch = batch;
    this.decoded = decoded;
    working = new AtomicInteger(workers);
  }

  /** The loop of one thread; the last thread to leave says that no image will follow. */
  @Override
  public Integer call() {
    int taken = 0;
    try {
      while (true) {
        // Room first: a file that is taken is in hand, not in a second queue.
        batch.images().claim(1);
        boolean handedOver = false;
        try {
          Optional<Path> file = batch.isStopping() ? Optional.empty() : batch.source().next();
          if (file.isEmpty()) {
            return taken;
          }
          taken++;
          handedOver = takeIn(file.get());
        } finally {
          if (!handedOver) {
            batch.images().release(1);
          }
        }
      }
    } catch (RuntimeException | Error e) {
      batch.breakDown(e);
      throw e;
    } finally {
      if (working.decrementAndGet() == 0) {
        decoded.finish();
      }
    }
  }

  private boolean takeIn(Path file) {
    try {
      Stopwatch reading = new Stopwatch();
      Evidence evidence = Evidence.take(file);
      batch.sink().admit(file, evidence.sha256());
      if (batch.sink().holds(file, evidence.sha256(), batch.examination().conditions())) {
        batch.kept(file);
        return false;
      }
      OpenExamination open = batch.examination().open(evidence, reading.seconds());
      decoded.put(new InHand(open, batch));
      return true;
    } catch (EvidenceException e) {
      batch.failed(file, e.code(), e);
    } catch (DecodeException e) {
      batch.failed(file, e.code(), e);
    } catch (PredictionException e) {
      batch.failed(file, e.code(), e);
    } catch (RuntimeException | OutOfMemoryError e) {
      batch.failedUnexpectedly(file, e);
    }
    return false;
  }
}
