package org.palimpsest.heatmap;

import org.palimpsest.imaging.RgbImage;

/**
 * The legend of {@link Overlay}, put below any view of a map: the colours from 0 to 1 with the
 * threshold marked, and the share of the image above it.
 *
 * @param colours colours of the values
 * @param threshold marked on the colours, 0..1
 * @param areaShare share of the image strictly above the threshold, 0..1
 */
public record LegendStrip(ColourMap colours, float threshold, double areaShare) {
  private static final int BACKGROUND = 0x101418;

  /** The view with the legend below it; widened where it is narrower than the legend. */
  public RgbImage below(RgbImage view) {
    int scale = view.width() >= 1400 ? 3 : view.width() >= 350 ? 2 : 1;
    Legend legend = new Legend(colours, scale);
    int width = Math.max(view.width(), legend.smallestWidth());
    Canvas canvas = new Canvas(width, view.height() + Legend.height(scale), BACKGROUND);
    canvas.image(view, 0, 0);
    legend.draw(canvas, view.height(), threshold, areaShare);
    return canvas.image();
  }
}
