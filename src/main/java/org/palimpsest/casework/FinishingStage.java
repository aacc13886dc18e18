package org.palimpsest.casework;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.HeatmapException;
import org.palimpsest.tasks.HandOver;

/** Measures answered images and hands them to the sink; several threads take from one queue. */
final class FinishingStage implements Callable<Integer> {
  private final BatchState batch;
  private final HandOver<InHand> answered;
  private final @Nullable RobustnessCheck check;

  /**
   * @param check null: no variants are tried
   */
  FinishingStage(BatchState batch, HandOver<InHand> answered, @Nullable RobustnessCheck check) {
    this.batch = batch;
    this.answered = answered;
    this.check = check;
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
      Examined examined = batch.examination().finish(examination);
      batch.sink().examined(check == null ? examined : tried(examined, check));
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

  /** A result stands even where its variants could not be tried. */
  private Examined tried(Examined examined, RobustnessCheck variants) {
    try {
      return variants.run(examined, batch.quietProgress()).map(examined::with).orElse(examined);
    } catch (PredictionException e) {
      return examined.with(
          Robustness.failed(examined.record().verdict().outcome(), e.getMessage()));
    } catch (HeatmapException e) {
      return examined.with(
          Robustness.failed(examined.record().verdict().outcome(), e.getMessage()));
    }
  }
}
