package org.palimpsest.ui.viewer;

/**
 * How long frames took while something was done again and again.
 *
 * @param action what was done
 * @param frames number of frames
 * @param medianMs half of the frames took no longer
 * @param p95Ms ninety-five of a hundred took no longer
 * @param longestMs the longest
 */
public record ActionTiming(
    String action, int frames, double medianMs, double p95Ms, double longestMs) {
  static ActionTiming of(String action, double[] sortedMs) {
    return new ActionTiming(
        action,
        sortedMs.length,
        sortedMs[sortedMs.length / 2],
        sortedMs[(int) Math.min(sortedMs.length - 1L, Math.round(sortedMs.length * 0.95))],
        sortedMs[sortedMs.length - 1]);
  }
}
