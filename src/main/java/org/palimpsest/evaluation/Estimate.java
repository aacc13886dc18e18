package org.palimpsest.evaluation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.registry.Rate;

/**
 * A measured figure.
 *
 * @param value the figure
 * @param interval its 95 % interval; null where too few pictures carry one
 * @param n pictures it rests on
 */
public record Estimate(double value, @Nullable Interval interval, int n) {
  /**
   * Ends of an interval.
   *
   * @param low lower end
   * @param high upper end
   */
  public record Interval(double low, double high) {}

  /** A rate with its exact interval. */
  public static Estimate of(Rate rate, int n) {
    return new Estimate(rate.value(), new Interval(rate.low95(), rate.high95()), n);
  }

  /** The figure with its interval, both with that many decimals; percent where asked for. */
  public String words(int decimals, boolean percent) {
    String format = "%." + decimals + "f";
    double factor = percent ? 100 : 1;
    String figure = String.format(Locale.ROOT, format, factor * value) + (percent ? " %" : "");
    return interval == null
        ? figure
        : figure
            + String.format(
                Locale.ROOT,
                " (" + format + " to " + format + ")",
                factor * interval.low(),
                factor * interval.high());
  }
}
