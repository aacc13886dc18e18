package org.palimpsest.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import org.palimpsest.training.StepResult;
import org.palimpsest.training.TrainingRun;

/** Prints the means of the losses every few steps. */
final class StepLog implements TrainingRun.StepListener {
  private static final int EVERY = 25;

  private final PrintWriter out;
  private final InstantSource clock;
  private final double[] sums = new double[6];
  private int count;
  private long since;

  StepLog(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    since = clock.millis();
  }

  @Override
  public void stepped(long step, double rate, StepResult result) {
    sums[0] += result.classification();
    sums[1] += result.mask();
    sums[2] += result.edge();
    sums[3] += result.imageAccuracy();
    sums[4] += result.ranking();
    sums[5] += result.gradientNorm();
    if (++count < EVERY) {
      return;
    }
    long now = clock.millis();
    out.println(
        String.format(
            Locale.ROOT,
            "step %d  rate %.2e  class %.4f  mask %.4f  edge %.4f  rank %.4f  norm %.2f  right %.2f  %.0f ms a step",
            step,
            rate,
            sums[0] / count,
            sums[1] / count,
            sums[2] / count,
            sums[4] / count,
            sums[5] / count,
            sums[3] / count,
            (now - since) / (double) count));
    out.flush();
    Arrays.fill(sums, 0);
    count = 0;
    since = now;
  }
}
