package org.palimpsest.training;

/**
 * The losses of one step, before its update.
 *
 * @param edge already weighted
 * @param imageAccuracy share of the batch whose class was right
 */
public record StepResult(
    double classification, double mask, double edge, double total, double imageAccuracy) {}
