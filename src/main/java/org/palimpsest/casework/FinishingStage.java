package org.palimpsest.casework;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.heatmap.HeatmapException;
import org.palimpsest.tasks.HandOver;

/** Measures answered images and hands them to the sink; several threads take from one queue. */
final class FinishingStage implements Callable<Integer> {
  private final BatchState batch;
  private final HandOver<InHand> answered;

  FinishingStage(BatchState batch, HandOver<InHand> answered) {
    this.batch = batch;
    this.answered = answered;
  }

  @Override
  public Integer call() {
    int finished = 0;
    for (Optional<InHand> next = answered.take(); next.isPresent(); next = answered.take()) {
      InHand image = next.get();
      try {
        if (!batch.isBroken()) {
          finish(image.examination());
          finished++;
        }
      } catch (RuntimeException | Error e) {
        batch.breakDown(e);
      } finally {
        image.release();
      }
    }
    return finished;
  }

  private void finish(OpenExamination examination) {
    try {
      batch.sink().examined(batch.examination().finish(examination));
    } catch (OutputException e) {
      batch.breakDown(e);
      return;
    } catch (HeatmapException e) {
      batch.failed(examination.source(), e.code(), e);
      return;
    } catch (RuntimeException | OutOfMemoryError e) {
      batch.failedUnexpectedly(examination.source(), e);
      return;
    }
    batch.examined(examination.source());
  }
}
