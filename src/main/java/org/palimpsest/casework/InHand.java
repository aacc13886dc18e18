package org.palimpsest.casework;

import java.util.concurrent.atomic.AtomicBoolean;

/** An image in hand and the share of the budgets it holds until it is written or dropped. */
final class InHand {
  private final OpenExamination examination;
  private final BatchState batch;
  private final long pixels;
  private final AtomicBoolean released = new AtomicBoolean();

  InHand(OpenExamination examination, BatchState batch) {
    this.examination = examination;
    this.batch = batch;
    pixels = (long) examination.image().width() * examination.image().height();
    batch.pixels().claim(pixels);
  }

  OpenExamination examination() {
    return examination;
  }

  /** Whether it was given up. */
  boolean isReleased() {
    return released.get();
  }

  /** Gives its share back; a second call does nothing. */
  void release() {
    if (released.compareAndSet(false, true)) {
      batch.pixels().release(pixels);
      batch.images().release(1);
    }
  }
}
