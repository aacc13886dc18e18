package org.palimpsest.training;

import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;

/**
 * One labelled input at the network's size.
 *
 * @param image S × S pixels
 * @param mask 1 where edited, S × S
 * @param edges band around the mask's border, S × S
 * @param fake the image-level label
 */
public record TrainingExample(RgbImage image, Mask mask, Mask edges, boolean fake) {}
