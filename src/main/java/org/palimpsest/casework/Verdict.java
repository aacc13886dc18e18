package org.palimpsest.casework;

import org.jspecify.annotations.Nullable;

/**
 * An outcome with the one sentence that says why.
 *
 * @param reason what was compared with what, or what is missing for a comparison
 * @param probability by the calibration of the model's card; null where the card has none, or it
 *     does not hold in the mode
 */
public record Verdict(Outcome outcome, String reason, @Nullable CalibratedProbability probability) {
  /** A verdict of a model that was not calibrated. */
  public Verdict(Outcome outcome, String reason) {
    this(outcome, reason, null);
  }
}
