package org.palimpsest.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a statistic of one model becomes a probability that a picture was edited. It was fitted with
 * edited and authentic pictures weighing the same in all, so it is the probability for somebody who
 * held both for equally likely before looking.
 *
 * @param method how it was fitted
 * @param statistic the number it starts from
 * @param mapThreshold the map threshold of the area, 0..1; of no meaning for the class score
 * @param temperature divisor of the class score's logit; null unless fitted by temperature
 * @param knots points of the fitted step line, ascending; empty unless fitted by isotonic
 *     regression
 * @param measuredOn the pictures it was fitted on, in words
 * @param fake number of fake pictures
 * @param authentic number of authentic pictures
 * @param expectedCalibrationError mean distance between probability and frequency, 0..1, on
 *     pictures left out of the fit (cross-validation)
 * @param folds number of parts of the cross-validation
 * @param date day of the fit, ISO 8601
 */
public record Calibration(
    Method method,
    Statistic statistic,
    double mapThreshold,
    @Nullable Double temperature,
    List<Knot> knots,
    String measuredOn,
    int fake,
    int authentic,
    double expectedCalibrationError,
    int folds,
    String date) {
  /** How a calibration was fitted. */
  public enum Method {
    /** Isotonic regression: the best line that never falls (Zadrozny and Elkan, KDD 2002). */
    @JsonProperty("isotonic")
    ISOTONIC,
    /** One divisor for the logit (Guo et al., ICML 2017). */
    @JsonProperty("temperature")
    TEMPERATURE
  }

  /**
   * A point of the line.
   *
   * @param statistic position
   * @param probability value, above 0 and below 1: no finite number of pictures shows more
   */
  public record Knot(double statistic, double probability) {
    public Knot {
      if (!Double.isFinite(statistic) || !(0 < probability && probability < 1)) {
        throw new IllegalArgumentException(
            "a calibration's probability lies between 0 and 1, not at " + probability);
      }
    }
  }

  public Calibration {
    Required.field("calibration.method", method);
    Required.field("calibration.statistic", statistic);
    Required.text("calibration.measured_on", measuredOn);
    Required.text("calibration.date", date);
    knots = Required.list("calibration.knots", knots);
    switch (method) {
      case ISOTONIC -> {
        if (knots.isEmpty() || temperature != null) {
          throw new IllegalArgumentException("an isotonic calibration has knots, and only those");
        }
      }
      case TEMPERATURE -> {
        if (temperature == null
            || !(temperature > 0 && Double.isFinite(temperature))
            || !knots.isEmpty()
            || statistic != Statistic.IMAGE_SCORE) {
          throw new IllegalArgumentException(
              "a temperature is above 0, has no knots and belongs to the class score");
        }
      }
    }
    for (int i = 1; i < knots.size(); i++) {
      if (knots.get(i).statistic() < knots.get(i - 1).statistic()
          || knots.get(i).probability() < knots.get(i - 1).probability()) {
        throw new IllegalArgumentException("the knots of a calibration never fall");
      }
    }
    if (fake < 1 || authentic < 1 || folds < 2) {
      throw new IllegalArgumentException("a calibration needs pictures of both kinds and folds");
    }
    if (!(0 <= expectedCalibrationError && expectedCalibrationError <= 1)
        || !(0 <= mapThreshold && mapThreshold <= 1)) {
      throw new IllegalArgumentException("the calibration's figures are no shares");
    }
    try {
      LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("date must be like 2026-11-23, not " + date, e);
    }
  }

  /** The probability for a value of the statistic, above 0 and below 1. */
  public double probability(double value) {
    if (temperature != null) {
      double clamped = Math.clamp(value, 1e-7, 1 - 1e-7);
      return 1 / (1 + Math.exp(-Math.log(clamped / (1 - clamped)) / temperature));
    }
    if (value <= knots.getFirst().statistic()) {
      return knots.getFirst().probability();
    }
    for (int i = 1; i < knots.size(); i++) {
      Knot left = knots.get(i - 1);
      Knot right = knots.get(i);
      if (value <= right.statistic()) {
        double way = (value - left.statistic()) / (right.statistic() - left.statistic());
        return left.probability() + way * (right.probability() - left.probability());
      }
    }
    return knots.getLast().probability();
  }
}
