package org.palimpsest.heatmap;

import java.util.List;

/**
 * A connected part of a localization map above the threshold, in original pixel coordinates.
 *
 * @param box smallest upright rectangle around it
 * @param area pixels above the threshold
 * @param peak largest map value, 0..1
 * @param mean mean map value over its pixels, 0..1
 * @param outline its outer edge as a closed polygon of pixel corners, clockwise, simplified; holes
 *     are not part of it
 */
public record Region(Box box, long area, float peak, float mean, List<Point> outline) {
  public Region {
    outline = List.copyOf(outline);
  }
}
