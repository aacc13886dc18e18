package org.palimpsest.registry;

import org.jspecify.annotations.Nullable;

/**
 * The kind of images on which a model's miss rate was measured; outside it, "not detected" says
 * nothing.
 *
 * @param minEditShare smallest edited share of the image that was measured, 0..1
 * @param minSide shortest permitted side in pixels
 * @param maxSide longest permitted side in pixels
 * @param minJpegQuality lowest permitted JPEG quality, 1..100 (IJG scale)
 */
public record ValidatedEnvelope(double minEditShare, int minSide, int maxSide, int minJpegQuality) {
  public ValidatedEnvelope {
    if (!(0 <= minEditShare && minEditShare <= 1)
        || minSide < 1
        || maxSide < minSide
        || minJpegQuality < 1
        || minJpegQuality > 100) {
      throw new IllegalArgumentException("the validated envelope is empty or impossible");
    }
  }

  /**
   * Whether an image is of the measured kind.
   *
   * @param jpegQuality estimated quality, 1..100; null for an image that is not a JPEG
   */
  public boolean contains(int width, int height, @Nullable Integer jpegQuality) {
    return Math.min(width, height) >= minSide
        && Math.max(width, height) <= maxSide
        && (jpegQuality == null || jpegQuality >= minJpegQuality);
  }
}
