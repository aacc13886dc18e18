package org.palimpsest.training;

/**
 * Learning rate per iteration: linear warm-up from 0, then half a cosine down to the minimum
 * (specification of the released code, section 9).
 *
 * @param base rate after the warm-up
 * @param minimum rate at the end
 * @param warmUp in epochs, may be 0
 * @param epochs length of the run
 */
public record CosineSchedule(double base, double minimum, double warmUp, double epochs) {
  /**
   * @param epoch position in epochs, with the fraction of the iterations done
   */
  public double at(double epoch) {
    if (epoch < warmUp) {
      return base * epoch / warmUp;
    }
    double angle = Math.PI * (epoch - warmUp) / (epochs - warmUp);
    return minimum + (base - minimum) * 0.5 * (1 + Math.cos(angle));
  }
}
