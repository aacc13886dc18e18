package org.palimpsest.heatmap;

import java.util.List;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;

/**
 * A part of an image shown pixel for pixel, without resampling, above a bar that is a hundred image
 * pixels long, or ten where the part is narrower.
 *
 * @param part what is shown, inside the image
 */
public record CropView(Box part) {
  private static final int STRIP = 16;
  private static final int INK = 0x101418;
  private static final int PAPER = 0xffffff;

  /**
   * A window around a region: the region with a margin, at most so large; of a larger region its
   * middle.
   *
   * @param width of the image
   * @param height of the image
   */
  public static CropView around(Box region, int width, int height, int widest, int tallest) {
    int wide = Math.min(width, Math.min(widest, Math.max(widest / 2, region.width() * 3 / 2)));
    int tall = Math.min(height, Math.min(tallest, Math.max(tallest / 2, region.height() * 3 / 2)));
    int x = Math.clamp(region.x() + region.width() / 2L - wide / 2, 0, width - wide);
    int y = Math.clamp(region.y() + region.height() / 2L - tall / 2, 0, height - tall);
    return new CropView(new Box(x, y, wide, tall));
  }

  /** Whether a region lies in the part with all of it. */
  public boolean shows(Box region) {
    return region.x() >= part.x()
        && region.y() >= part.y()
        && region.x() + region.width() <= part.x() + part.width()
        && region.y() + region.height() <= part.y() + part.height();
  }

  /** Length of the bar in image pixels. */
  public int bar() {
    return part.width() > 110 ? 100 : 10;
  }

  /** The image as it is. */
  public RgbImage plain(RgbImage image) {
    return withBar(cut(image, part));
  }

  /** The image with its map laid over it and the regions outlined. */
  public RgbImage marked(RgbImage image, Heatmap heatmap, Overlay overlay) {
    return withBar(overlay.paintPart(image, heatmap, part));
  }

  private RgbImage withBar(RgbImage shown) {
    Canvas canvas = new Canvas(shown.width(), shown.height() + STRIP, PAPER);
    canvas.image(shown, 0, 0);
    int top = shown.height() + 6;
    canvas.fill(0, top, bar(), 3, INK);
    canvas.fill(0, top - 3, 1, 9, INK);
    canvas.fill(bar() - 1, top - 3, 1, 9, INK);
    canvas.text(Integer.toString(bar()), bar() + 6, top - 3, 1, INK);
    return canvas.image();
  }

  static RgbImage cut(RgbImage image, Box part) {
    RgbImage cut = RgbImage.black(part.width(), part.height());
    for (int y = 0; y < part.height(); y++) {
      System.arraycopy(
          image.rgb(),
          ((part.y() + y) * image.width() + part.x()) * 3,
          cut.rgb(),
          y * part.width() * 3,
          part.width() * 3);
    }
    return cut;
  }

  static FloatMap cut(FloatMap map, Box part) {
    float[] values = new float[part.width() * part.height()];
    for (int y = 0; y < part.height(); y++) {
      System.arraycopy(
          map.values(),
          (part.y() + y) * map.width() + part.x(),
          values,
          y * part.width(),
          part.width());
    }
    return new FloatMap(part.width(), part.height(), values);
  }

  /** The same regions in the coordinates of the part. */
  static List<Region> moved(List<Region> regions, Box part) {
    return regions.stream()
        .map(
            region ->
                new Region(
                    new Box(
                        region.box().x() - part.x(),
                        region.box().y() - part.y(),
                        region.box().width(),
                        region.box().height()),
                    region.area(),
                    region.peak(),
                    region.mean(),
                    region.outline().stream()
                        .map(point -> new Point(point.x() - part.x(), point.y() - part.y()))
                        .toList()))
        .toList();
  }
}
