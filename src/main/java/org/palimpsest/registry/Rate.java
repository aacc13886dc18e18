package org.palimpsest.registry;

/**
 * A measured proportion with its 95 % confidence interval.
 *
 * @param value 0..1
 * @param low95 lower end of the interval, 0..value
 * @param high95 upper end of the interval, value..1
 */
public record Rate(double value, double low95, double high95) {
  public Rate {
    // Written so that NaN fails too.
    if (!(0 <= low95 && low95 <= value && value <= high95 && high95 <= 1)) {
      throw new IllegalArgumentException(
          "a rate must lie inside its interval and both in 0..1, not %s in %s..%s"
              .formatted(value, low95, high95));
    }
  }
}
