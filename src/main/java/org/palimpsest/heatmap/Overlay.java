package org.palimpsest.heatmap;

import java.util.List;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;

/**
 * The picture a person looks at: the examined image with its heat map laid over it, the regions
 * outlined and numbered as in the tables (largest first), and a legend below. The window and the
 * report draw this one picture. A colour becomes more opaque in proportion to its value up to the
 * threshold, so that quiet areas show the image itself.
 *
 * @param colours colours of the values 0 to 1
 * @param opacity opacity of a value at or above the threshold, 0..1
 * @param longestSide longer side of the raster at most; larger images are averaged down to it
 * @param legend whether the strip with colours and numbers stands below
 */
public record Overlay(ColourMap colours, float opacity, int longestSide, boolean legend) {
  /** Longer side of the standard raster. */
  public static final int LONGEST_SIDE = 2048;

  private static final int LIGHT = 0xffffff;
  private static final int DARK = 0x101418;
  private static final int NUMBERED = 99;

  /** Viridis, at most 65 % opaque, with a legend. */
  public static Overlay standard() {
    return new Overlay(new ColourMap(), 0.65f, LONGEST_SIDE, true);
  }

  /** The same picture small and without a legend, drawn at its own size so that lines stay seen. */
  public static Overlay thumbnail(int longestSide) {
    return new Overlay(new ColourMap(), 0.65f, longestSide, false);
  }

  /**
   * Paints the map over its image; the raster keeps the image's proportions and adds the legend
   * below it.
   */
  public RgbImage paint(RgbImage image, Heatmap heatmap) {
    if (image.width() != heatmap.map().width() || image.height() != heatmap.map().height()) {
      throw new IllegalArgumentException("The map and its image differ in size");
    }
    int tallest = legend ? longestSide - Legend.height(3) : longestSide;
    double scale =
        Math.min(
            1, Math.min((double) longestSide / image.width(), (double) tallest / image.height()));
    int width = Math.max(1, (int) Math.round(image.width() * scale));
    int height = Math.max(1, (int) Math.round(image.height() * scale));
    int pen = Math.max(width, height) >= 1400 ? 3 : Math.max(width, height) >= 700 ? 2 : 1;
    Legend strip = new Legend(colours, pen);
    Canvas canvas =
        legend
            ? new Canvas(Math.max(width, strip.smallestWidth()), height + Legend.height(pen), DARK)
            : new Canvas(width, height, DARK);
    boolean whole = width == image.width() && height == image.height();
    canvas.image(whole ? image : Resize.area(image, width, height), 0, 0);
    lay(canvas, BoxMean.shrink(heatmap.map(), width, height), heatmap.threshold());
    outline(canvas, heatmap.regions(), scale, pen);
    if (legend) {
      strip.draw(canvas, height, heatmap.threshold(), heatmap.areaShare());
    }
    return canvas.image();
  }

  /** The share of the full opacity that a value has, 0..1. */
  static float share(float value, float threshold) {
    return threshold > 0 ? Math.clamp(value / threshold, 0f, 1f) : 1;
  }

  /** Paints a part of the image pixel for pixel, its regions numbered as in the whole. */
  RgbImage paintPart(RgbImage image, Heatmap heatmap, Box part) {
    Canvas canvas = new Canvas(part.width(), part.height(), DARK);
    canvas.image(CropView.cut(image, part), 0, 0);
    lay(canvas, CropView.cut(heatmap.map(), part), heatmap.threshold());
    outline(canvas, CropView.moved(heatmap.regions(), part), 1, 1);
    return canvas.image();
  }

  private void lay(Canvas canvas, FloatMap map, float threshold) {
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        float value = map.at(x, y);
        canvas.mix(x, y, colours.colour(value), opacity * share(value, threshold));
      }
    }
  }

  private static void outline(Canvas canvas, List<Region> regions, double scale, int pen) {
    for (Region region : regions) {
      draw(canvas, region.outline(), scale, 2 * pen + 1, DARK);
      draw(canvas, region.outline(), scale, pen, LIGHT);
    }
    for (int i = 0; i < Math.min(NUMBERED, regions.size()); i++) {
      String number = Integer.toString(i + 1);
      int left = (int) (regions.get(i).box().x() * scale);
      int top = (int) (regions.get(i).box().y() * scale);
      int wide = canvas.textWidth(number, pen) + pen;
      canvas.fill(left, top, wide, (PixelFont.HEIGHT + 2) * pen, DARK);
      canvas.text(number, left + pen, top + pen, pen, LIGHT);
    }
  }

  private static void draw(Canvas canvas, List<Point> ring, double scale, int pen, int colour) {
    Point last = ring.getLast();
    for (Point point : ring) {
      canvas.line(
          (int) (last.x() * scale),
          (int) (last.y() * scale),
          (int) (point.x() * scale),
          (int) (point.y() * scale),
          pen,
          colour);
      last = point;
    }
  }
}
