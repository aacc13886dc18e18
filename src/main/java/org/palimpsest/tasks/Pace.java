package org.palimpsest.tasks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;

/**
 * How fast pieces of work end, over the last few of them. Time in which nothing could end, because
 * the queue was paused or empty, does not count: the measurement begins anew afterwards.
 */
final class Pace {
  private static final int WINDOW = 32;

  private final InstantSource clock;
  private final ArrayDeque<Instant> marks = new ArrayDeque<>();

  Pace(InstantSource clock) {
    this.clock = clock;
  }

  /** Begins anew: work goes on from now. */
  void begin() {
    marks.clear();
    marks.add(clock.instant());
  }

  boolean hasBegun() {
    return !marks.isEmpty();
  }

  void rest() {
    marks.clear();
  }

  /** A piece has ended. */
  void mark() {
    marks.add(clock.instant());
    if (marks.size() > WINDOW) {
      marks.remove();
    }
  }

  /** Pieces in a minute; 0 while too little is known. */
  double perMinute() {
    if (marks.size() < 2) {
      return 0;
    }
    long millis = Duration.between(marks.getFirst(), marks.getLast()).toMillis();
    return millis <= 0 ? 0 : (marks.size() - 1) * 60_000.0 / millis;
  }
}
