package org.palimpsest.heatmap;

import java.util.Comparator;
import java.util.List;
import org.palimpsest.imaging.FloatMap;

/**
 * A localization map in image coordinates, read at a threshold.
 *
 * @param map one value per pixel of the upright image, 0..1
 * @param threshold a pixel counts when its value is strictly above it
 * @param areaShare share of all pixels above the threshold, 0..1, specks included
 * @param regions connected regions, largest first, specks left out
 * @param specks number of connected parts smaller than {@link #smallestRegion}, left out of the
 *     list because a part of that size carries no shape
 * @param peak largest value of the map
 */
public record Heatmap(
    FloatMap map, float threshold, double areaShare, List<Region> regions, int specks, float peak) {
  /** One block of a JPEG image: nothing smaller can be told from the codec's own pattern. */
  private static final int JPEG_BLOCK = 64;

  /** A 256th of the width by a 256th of the height. */
  private static final int SMALLEST_SHARE = 256 * 256;

  public Heatmap {
    regions = List.copyOf(regions);
  }

  /**
   * Reads a map at a threshold.
   *
   * @throws HeatmapException when the map holds a value that is not a finite number
   */
  public static Heatmap of(FloatMap map, float threshold) {
    float peak = peak(map);
    List<Component> parts = new Components(map, threshold).find();
    long smallest = smallestRegion(map.width(), map.height());
    long area = parts.stream().mapToLong(Component::area).sum();
    Outlines outlines = new Outlines(map, threshold);
    List<Region> regions =
        parts.stream()
            .filter(part -> part.area() >= smallest)
            .sorted(Comparator.comparingLong(Component::area).reversed())
            .map(part -> part.region(outlines.around(part.start())))
            .toList();
    double share = (double) area / ((long) map.width() * map.height());
    return new Heatmap(map, threshold, share, regions, parts.size() - regions.size(), peak);
  }

  /**
   * The smallest number of connected pixels that is listed as a region of an image of this size:
   * 64, or 1/65536 of the image where that is more.
   */
  public static long smallestRegion(int width, int height) {
    return Math.max(JPEG_BLOCK, (long) width * height / SMALLEST_SHARE);
  }

  /** Share of all pixels strictly above another threshold, 0..1. */
  public double shareAbove(float other) {
    long above = 0;
    for (float value : map.values()) {
      above += value > other ? 1 : 0;
    }
    return (double) above / map.values().length;
  }

  private static float peak(FloatMap map) {
    float peak = Float.NEGATIVE_INFINITY;
    for (float value : map.values()) {
      if (!Float.isFinite(value)) {
        throw new HeatmapException("The model's map holds a value that is not a number.");
      }
      peak = Math.max(peak, value);
    }
    return peak;
  }
}
