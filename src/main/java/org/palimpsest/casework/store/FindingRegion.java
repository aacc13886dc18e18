package org.palimpsest.casework.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.Box;
import org.palimpsest.heatmap.Point;

/**
 * A part of the picture that a finding rests on, in pixels of the upright original. Its shape is
 * kept with the finding, so that it stays what it was when the annotation it came from changes.
 *
 * @param label what it is called in the finding
 * @param box smallest upright rectangle around it
 * @param outline its edge as a closed polygon; empty for the box itself
 * @param region number of the machine's region it is, 1 for the largest; null when it is none
 * @param annotation id of the annotation it is; null when it is none
 */
public record FindingRegion(
    String label,
    Box box,
    List<Point> outline,
    @Nullable Integer region,
    @Nullable Long annotation) {
  public FindingRegion {
    outline = List.copyOf(outline);
  }
}
