package org.palimpsest.ui.triage;

import java.util.Locale;
import java.util.OptionalDouble;
import org.palimpsest.casework.store.LatestResult;

/** A number of a result by which the list can be narrowed, 0..1. */
public enum Measure {
  /** Share of the picture that is marked; most are small, so the axis is stretched at its foot. */
  AREA,
  PEAK,
  SCORE;

  /** The number of a row; empty without a result. */
  OptionalDouble of(EvidenceRow row) {
    LatestResult latest = row.exhibit().latest();
    if (latest == null) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        switch (this) {
          case AREA -> latest.areaShare();
          case PEAK -> latest.peak();
          case SCORE -> latest.score();
        });
  }

  /** Where a value stands on the axis, 0..1. */
  double position(double value) {
    return this == AREA ? Math.cbrt(value) : value;
  }

  /** The value at a place of the axis. */
  double value(double position) {
    return this == AREA ? position * position * position : position;
  }

  /** The name as part of message keys. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
