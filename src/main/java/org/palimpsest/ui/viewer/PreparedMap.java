package org.palimpsest.ui.viewer;

import org.palimpsest.heatmap.AreaCurve;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.heatmap.OverlayRaster;
import org.palimpsest.heatmap.RoughRegions;

/**
 * A map with all that is worked out once, so that moving a slider reads no map.
 *
 * @param measured the map read at the examination's threshold
 * @param raster for the screen
 * @param areas the area above every threshold
 * @param rough outlines while a threshold is moved
 */
record PreparedMap(Heatmap measured, OverlayRaster raster, AreaCurve areas, RoughRegions rough) {
  /** Longer side of the overlay at most: the report's. */
  private static final int RASTER = 2048;

  private static final int ROUGH = 1024;

  static PreparedMap of(Heatmap heatmap) {
    return new PreparedMap(
        heatmap,
        OverlayRaster.of(heatmap.map(), RASTER),
        AreaCurve.of(heatmap.map()),
        RoughRegions.of(heatmap.map(), ROUGH));
  }
}
