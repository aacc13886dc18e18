package org.palimpsest.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A threshold whose false-alarm rate was measured for one model; the verdict rule knows no other
 * thresholds.
 *
 * @param statistic the number that is compared
 * @param value the threshold; the image is flagged when its statistic is at or above it
 * @param mapThreshold a pixel counts as flagged when the map is strictly above it, 0..1
 * @param falseAlarmRate share of authentic images that are flagged
 * @param missRate share of edited images that are not flagged; null where it was not measured
 * @param measuredOn the images it was measured on, in words
 * @param images number of authentic images
 * @param date day of the measurement, ISO 8601
 */
public record OperatingPoint(
    Statistic statistic,
    double value,
    double mapThreshold,
    Rate falseAlarmRate,
    @Nullable Rate missRate,
    String measuredOn,
    int images,
    String date) {
  public OperatingPoint {
    Required.field("statistic", statistic);
    Required.field("false_alarm_rate", falseAlarmRate);
    Required.text("measured_on", measuredOn);
    Required.text("date", date);
    if (!Double.isFinite(value) || !(0 <= mapThreshold && mapThreshold <= 1)) {
      throw new IllegalArgumentException("the operating point's thresholds are no thresholds");
    }
    if (images < 1) {
      throw new IllegalArgumentException("an operating point needs at least one image");
    }
    try {
      LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("date must be like 2026-11-23, not " + date, e);
    }
  }
}
