package org.palimpsest.samples;

/** What is done to a sample after its camera saved it. */
sealed interface Edit {
  /** The objects of the scene that are edited. */
  int[] objects();

  /** Removed: the surroundings are continued by look-alike places. */
  record Filled(int... objects) implements Edit {}

  /** Removed: the surroundings are continued smoothly. */
  record Smoothed(int... objects) implements Edit {}

  /** Passed through the autoencoder. */
  record Regenerated(int... objects) implements Edit {}

  /**
   * Copied within the picture.
   *
   * @param dx where to, in shares of the picture's height
   * @param dy where to, in shares of the picture's height
   */
  record Copied(double dx, double dy, int... objects) implements Edit {}

  /**
   * Pasted from another picture.
   *
   * @param dx where to, from its place in the other picture, in shares of the picture's height
   * @param dy where to, in shares of the picture's height
   */
  record Pasted(Shot from, double dx, double dy, int... objects) implements Edit {}
}
