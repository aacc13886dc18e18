package org.palimpsest.evaluation;

/**
 * Which way round a localization map is scored, as IMDLBenCo names it. Anything but {@link #ORIGIN}
 * favours methods that cannot tell the edited side from the untouched one.
 */
public enum PredictionMode {
  /** The map as it is. */
  ORIGIN,
  /** The inverted map. */
  REVERSE,
  /** The better of the two, image by image. */
  DOUBLE
}
