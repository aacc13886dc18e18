package org.palimpsest.casework;

import java.util.Locale;

/**
 * A model's statistic of one image as a probability, by the calibration of the model's card.
 *
 * @param value probability that the image was edited, above 0 and below 1, for somebody who held
 *     edited and authentic for equally likely before looking
 * @param calibratedOn the images the calibration was fitted on, in words
 * @param fake number of fake ones among them
 * @param authentic number of authentic ones
 * @param expectedCalibrationError mean distance between such probabilities and what came true, 0..1
 */
public record CalibratedProbability(
    double value, String calibratedOn, int fake, int authentic, double expectedCalibrationError) {
  /** What the value means, one sentence without the value. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "Probability that the image was edited, if edited and authentic were equally likely before"
            + " looking; calibrated on %d fake and %d authentic images (%s), mean error %.2f.",
        fake,
        authentic,
        calibratedOn,
        expectedCalibrationError);
  }
}
