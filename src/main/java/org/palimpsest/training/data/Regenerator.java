package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/**
 * Passes a picture through a generative network's bottleneck, so that it looks the same but carries
 * the traces of that network's decoder.
 */
@FunctionalInterface
public interface Regenerator {
  /** Sides of the patches handed to {@link #regenerate} are multiples of this. */
  int GRANULE = 16;

  /**
   * A regenerated patch of the same size; equal patches give equal results.
   *
   * @param patch both sides multiples of {@link #GRANULE}
   */
  RgbImage regenerate(RgbImage patch);
}
