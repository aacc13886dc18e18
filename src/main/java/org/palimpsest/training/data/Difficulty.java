package org.palimpsest.training.data;

/**
 * How far the samples are on the way from easy (0) to what is met in the wild (1). Easy: large
 * areas, an edited area whose history differs plainly from its surroundings', and no final save.
 */
record Difficulty(double level) {
  /** How often most of the picture is replaced: new backgrounds, free-form inpainting. */
  private static final double LARGE = 0.35;

  Difficulty {
    if (!(level >= 0 && level <= 1)) {
      throw new IllegalArgumentException("A difficulty is 0 to 1, not " + level);
    }
  }

  /** Whether a sample shall be of the plain sort. */
  boolean plain(Dice dice) {
    return !dice.chance(level);
  }

  boolean savedAtLast(Dice dice) {
    return dice.chance(0.5 * level);
  }

  /** Share of the picture that is edited. */
  double share(Dice dice) {
    if (dice.chance(LARGE)) {
      return dice.between(0.4, 0.9);
    }
    double smallest = 0.10 + (0.005 - 0.10) * level;
    return dice.ratio(smallest, 0.40);
  }
}
