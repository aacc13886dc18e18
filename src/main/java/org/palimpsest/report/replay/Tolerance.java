package org.palimpsest.report.replay;

import org.palimpsest.casework.Conditions;

/**
 * How far numbers may lie apart: another processor adds floating-point numbers in another order.
 *
 * @param score of class scores
 * @param map of map values
 * @param area of the marked share; pixels at the threshold fall to either side
 */
public record Tolerance(double score, double map, double area) {
  /** The tolerance that goes with a number format. */
  static Tolerance of(Conditions conditions) {
    return conditions.precision().equals("fp32")
        ? new Tolerance(1e-4, 1e-3, 1e-3)
        : new Tolerance(2e-2, 5e-2, 2e-2);
  }
}
