package org.palimpsest.tasks;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a queue is.
 *
 * @param perMinute pieces ended in a minute of late; 0 while unknown
 */
public record WorkTotals(
    int queued, int running, int done, int failed, int cancelled, double perMinute) {
  /** Pieces that are still to be done. */
  public int left() {
    return queued + running;
  }

  public int all() {
    return left() + done + failed + cancelled;
  }

  /** Time until the queue is empty at the present rate; empty while that is unknown. */
  public Optional<Duration> timeLeft() {
    return perMinute > 0 && left() > 0
        ? Optional.of(Duration.ofMillis(Math.round(left() / perMinute * 60_000)))
        : Optional.empty();
  }
}
