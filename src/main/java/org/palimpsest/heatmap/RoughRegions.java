package org.palimpsest.heatmap;

import java.util.Comparator;
import java.util.List;
import org.palimpsest.imaging.FloatMap;

/**
 * Outlines of a map seen from afar, found in milliseconds however large the map is. They are shown
 * while a threshold is being moved and carry no number that is reported: {@link Heatmap} measures.
 */
public final class RoughRegions {
  private final FloatMap small;
  private final double across;
  private final double down;
  private final long smallest;

  private RoughRegions(FloatMap small, int width, int height) {
    this.small = small;
    across = (double) width / small.width();
    down = (double) height / small.height();
    double full = Heatmap.smallestRegion(width, height);
    smallest = Math.max(1, Math.round(full / (across * down)));
  }

  /**
   * Averages a map down (box mean).
   *
   * @param longestSide pixels of the longer side at most
   */
  public static RoughRegions of(FloatMap map, int longestSide) {
    double scale = Math.min(1, (double) longestSide / Math.max(map.width(), map.height()));
    int width = Math.max(1, (int) Math.round(map.width() * scale));
    int height = Math.max(1, (int) Math.round(map.height() * scale));
    return new RoughRegions(BoxMean.shrink(map, width, height), map.width(), map.height());
  }

  /** The closed outlines above a threshold in the map's own pixels, largest first. */
  public List<List<Point>> above(float threshold) {
    Outlines outlines = new Outlines(small, threshold);
    return new Components(small, threshold)
        .find().stream()
            .filter(part -> part.area() >= smallest)
            .sorted(Comparator.comparingLong(Component::area).reversed())
            .map(part -> outlines.around(part.start()).stream().map(this::enlarged).toList())
            .toList();
  }

  private Point enlarged(Point point) {
    return new Point((int) Math.round(point.x() * across), (int) Math.round(point.y() * down));
  }
}
