package org.palimpsest.casework;

/**
 * What became of a batch.
 *
 * @param examined files examined in this run
 * @param failed files that could not be examined
 * @param kept files whose result was already there
 * @param notReached files left for another run because this one was cancelled
 */
public record BatchSummary(int examined, int failed, int kept, int notReached) {}
