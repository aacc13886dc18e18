package org.palimpsest.ui.triage;

import java.util.OptionalDouble;

/**
 * A part of a measure's axis.
 *
 * @param measure the number
 * @param low smallest value that belongs to it, 0..1
 * @param high largest value that belongs to it
 */
public record Range(Measure measure, double low, double high) {
  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException("A range goes up, not from " + low + " to " + high);
    }
  }

  boolean contains(EvidenceRow row) {
    OptionalDouble value = measure.of(row);
    return value.isPresent() && low <= value.getAsDouble() && value.getAsDouble() <= high;
  }
}
