package org.palimpsest.casework;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.palimpsest.tasks.Budget;
import org.palimpsest.tasks.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the stages of one batch share: counts, budgets, the wish to stop, and the first failure. */
final class BatchState {
  private static final Logger LOG = LoggerFactory.getLogger(BatchState.class);

  private final ExaminationSink sink;
  private final Examination examination;
  private final Progress progress;
  private final BatchSource source;
  private final int total;
  private final Budget images;
  private final Budget pixels;
  private final AtomicInteger examined = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger kept = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> breakdown = new AtomicReference<>();

  BatchState(
      Examination examination,
      ExaminationSink sink,
      BatchLimits limits,
      Progress progress,
      BatchSource source,
      int total) {
    this.examination = examination;
    this.sink = sink;
    this.progress = progress;
    this.source = source;
    this.total = total;
    images = new Budget(limits.images());
    pixels = new Budget(limits.pixels());
  }

  Examination examination() {
    return examination;
  }

  ExaminationSink sink() {
    return sink;
  }

  BatchSource source() {
    return source;
  }

  Budget images() {
    return images;
  }

  Budget pixels() {
    return pixels;
  }

  /** Whether no further image should be begun. */
  boolean isStopping() {
    return progress.isCancelled() || isBroken();
  }

  /** Whether results can no longer be kept, so that work in hand is dropped. */
  boolean isBroken() {
    return breakdown.get() != null;
  }

  void breakDown(Throwable cause) {
    if (!breakdown.compareAndSet(null, cause)) {
      LOG.error("A further failure while the batch was ending", cause);
    }
  }

  @Nullable Throwable breakdown() {
    return breakdown.get();
  }

  void examined(Path file) {
    examined.incrementAndGet();
    report(file.toString());
  }

  void kept(Path file) {
    kept.incrementAndGet();
    report(file.toString());
  }

  /** Keeps the failure of one file as a row, in the sentence of its cause; the batch goes on. */
  void failed(Path file, String code, Throwable cause) {
    LOG.info("{} was not examined ({})", file, code, cause);
    failed(file, code, Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
  }

  private void failed(Path file, String code, String reason) {
    try {
      sink.failed(new FailedItem(file.toString(), code, reason, examination.clock().instant()));
    } catch (OutputException e) {
      breakDown(e);
    }
    failed.incrementAndGet();
    report(file.toString());
  }

  /** A failure that no rule foresees ends this file, not the batch, and is logged in full. */
  void failedUnexpectedly(Path file, Throwable cause) {
    LOG.error("Unexpected failure while examining {}", file, cause);
    if (cause instanceof OutOfMemoryError) {
      failed(file, "MEM-01", "There is not enough memory to examine this image.");
    } else {
      failed(file, "INT-01", "An unexpected error ended the examination; the log has the details.");
    }
  }

  void report(String message) {
    progress.report(examined.get() + failed.get() + kept.get(), total, message);
  }

  /** Whether to go on, for work within one image that does not count as a unit of the batch. */
  Progress quietProgress() {
    return new Progress() {
      @Override
      public void report(long done, long total, String message) {}

      @Override
      public boolean isCancelled() {
        return isStopping();
      }
    };
  }

  BatchSummary summary() {
    int done = examined.get() + failed.get() + kept.get();
    return new BatchSummary(examined.get(), failed.get(), kept.get(), total - done);
  }
}
