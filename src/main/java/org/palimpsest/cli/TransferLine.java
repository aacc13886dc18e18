package org.palimpsest.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.tasks.Progress;

/**
 * The progress of a transfer as one line written over itself: how much is there, how fast it comes,
 * how long yet. What was there before does not count for the speed.
 */
final class TransferLine implements Progress, AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int WIDTH = 78;
  private static final double MB = 1e6;

  private final PrintWriter out;
  private final boolean shown;
  private final Cancellation cancellation;
  private final InstantSource clock;
  private long start;
  private long before = -1;
  private long last;
  private boolean written;

  TransferLine(PrintWriter out, boolean shown, Cancellation cancellation, InstantSource clock) {
    this.out = out;
    this.shown = shown;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isRequested();
  }

  /** Takes bytes. */
  @Override
  public synchronized void report(long done, long total, String message) {
    long now = clock.millis();
    if (before < 0) {
      before = done;
      start = now;
      last = now - PAUSE.toMillis();
    }
    if (!shown || (now - last < PAUSE.toMillis() && done < total)) {
      return;
    }
    last = now;
    written = true;
    String line = line(done, total, now - start, message);
    out.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
    out.flush();
  }

  private String line(long done, long total, long elapsed, String message) {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%.1f of %.1f MB", done / MB, total / MB));
    if (done > before && elapsed > 0) {
      double perSecond = (done - before) * 1000.0 / elapsed;
      long left = Math.round((total - done) / perSecond);
      line.append(String.format(Locale.ROOT, ", %.1f MB/s", perSecond / MB));
      line.append(", %d:%02d:%02d left".formatted(left / 3600, left / 60 % 60, left % 60));
    }
    line.append(isCancelled() ? ", stopping" : "");
    String name = "  " + VisibleName.of(message);
    line.append(name, 0, Math.clamp(WIDTH - line.length(), 0, name.length()));
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
