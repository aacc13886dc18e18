package org.palimpsest.training;

/**
 * The losses of one step, before its update.
 *
 * @param edge already weighted
 * @param ranking already weighted
 * @param imageAccuracy share of the batch whose class was right
 * @param gradientNorm global norm of the gradients before any limit
 */
public record StepResult(
    double classification,
    double mask,
    double edge,
    double ranking,
    double total,
    double imageAccuracy,
    double gradientNorm) {}
