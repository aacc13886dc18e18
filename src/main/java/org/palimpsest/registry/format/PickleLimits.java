package org.palimpsest.registry.format;

/**
 * How far a pickle may go. A pickle of a few bytes can ask for any amount of memory, so each limit
 * is compared before anything is made.
 *
 * @param bytes length of the pickle
 * @param values how many values may be made or fetched in all
 * @param stack how many may wait at a time
 * @param memo how many may be kept for later
 * @param text bytes of one string or number
 * @param depth how deep containers may stand inside each other
 */
record PickleLimits(long bytes, int values, int stack, int memo, int text, int depth) {
  /** Several times what a training state of the full-size network with all its moments needs. */
  static PickleLimits ofCheckpoint() {
    return new PickleLimits(32L << 20, 2_000_000, 1_000_000, 1_000_000, 1 << 20, 100);
  }

  /** Enough for a list with a name per storage, a number or the writer's description of itself. */
  static PickleLimits ofPreamble() {
    return new PickleLimits(32L << 20, 500_000, 500_000, 500_000, 1 << 10, 4);
  }

  static FormatException exceeded(String what, long limit, long at) {
    return new FormatException(
        "FMT-42",
        "its pickle goes beyond the limit of %d %s at byte %d.".formatted(limit, what, at));
  }
}
