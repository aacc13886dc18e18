package org.palimpsest.casework.store;

import java.time.Instant;
import org.palimpsest.casework.Outcome;

/**
 * The result of one examination, as far as a list shows it.
 *
 * @param examination its id
 * @param model name of the model
 * @param outcome the machine's outcome
 * @param score largest class score, 0..1; not a probability
 * @param areaShare share of the picture above the threshold, 0..1
 * @param peak largest map value, 0..1
 * @param regions regions above the threshold
 * @param at when the examination ended
 */
public record LatestResult(
    long examination,
    String model,
    Outcome outcome,
    double score,
    double areaShare,
    double peak,
    int regions,
    Instant at) {}
