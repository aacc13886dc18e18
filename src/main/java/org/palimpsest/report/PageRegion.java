package org.palimpsest.report;

import java.util.Locale;
import org.palimpsest.heatmap.Region;

/** A region as the page lists it: its number on the overlay, box, size and values. */
public record PageRegion(int number, String box, String area, String peak, String mean) {
  static PageRegion of(int number, Region region) {
    return new PageRegion(
        number,
        "%d × %d at (%d, %d)"
            .formatted(
                region.box().width(), region.box().height(), region.box().x(), region.box().y()),
        String.format(Locale.ROOT, "%,d px", region.area()),
        String.format(Locale.ROOT, "%.3f", region.peak()),
        String.format(Locale.ROOT, "%.3f", region.mean()));
  }
}
