package org.palimpsest.casework;

import org.jspecify.annotations.Nullable;

/**
 * One variant of an exhibit, examined like the exhibit itself.
 *
 * @param variation what was done to it
 * @param width its width in pixels
 * @param height its height in pixels
 * @param score largest class score of its inputs, 0..1; no probability
 * @param areaShare share of it above the threshold, 0..1
 * @param regions number of connected regions above the threshold
 * @param overlap intersection over union of its marked area, laid back onto the exhibit, with the
 *     exhibit's marked area, 0..1, where both cover the exhibit; null where neither marks anything
 * @param outcome what the verdict rule says of it
 */
public record VariantResult(
    Variation variation,
    int width,
    int height,
    float score,
    double areaShare,
    int regions,
    @Nullable Double overlap,
    Outcome outcome) {}
