package org.palimpsest.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.tasks.Progress;

/**
 * One line on the console, written over itself: how far, how fast, how long yet. Written at most
 * five times a second; silent when nobody watches.
 */
final class ProgressLine implements Progress, AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int WIDTH = 100;

  private final PrintWriter out;
  private final boolean shown;
  private final Cancellation cancellation;
  private final InstantSource clock;
  private final long start;
  private long last;
  private boolean written;

  ProgressLine(PrintWriter out, boolean shown, Cancellation cancellation, InstantSource clock) {
    this.out = out;
    this.shown = shown;
    this.cancellation = cancellation;
    this.clock = clock;
    start = clock.millis();
    last = start - PAUSE.toMillis();
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isRequested();
  }

  @Override
  public synchronized void report(long done, long total, String message) {
    long now = clock.millis();
    if (!shown || (now - last < PAUSE.toMillis() && done < total)) {
      return;
    }
    last = now;
    written = true;
    String line = line(done, total, now - start, message);
    out.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
    out.flush();
  }

  /** The line without its padding. */
  private String line(long done, long total, long elapsed, String message) {
    StringBuilder line = new StringBuilder();
    line.append("%d of %d".formatted(done, total));
    if (done > 0 && elapsed > 0) {
      double perMinute = done * 60_000.0 / elapsed;
      long left = Math.round((total - done) * (double) elapsed / done / 1000);
      line.append(String.format(Locale.ROOT, ", %.1f a minute", perMinute));
      line.append(", %d:%02d:%02d left".formatted(left / 3600, left / 60 % 60, left % 60));
    }
    line.append(isCancelled() ? ", stopping after the image in hand" : "");
    String visible = VisibleName.of(message);
    String name = visible.substring(visible.lastIndexOf('/') + 1);
    int room = WIDTH - line.length() - 2;
    if (room > 8) {
      line.append("  ");
      line.append(
          name,
          0,
          name.offsetByCodePoints(0, Math.min(room, name.codePointCount(0, name.length()))));
    }
    return line.toString();
  }

  /** Leaves the line standing and goes on to the next. */
  @Override
  public synchronized void close() {
    if (written) {
      out.println();
      out.flush();
    }
  }
}
