package org.palimpsest.ui.viewer;

import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.ui.fx.picture.PicturePoint;

/**
 * The values of one pixel of the original picture.
 *
 * @param x column, from 0
 * @param y row, from 0
 * @param value of the map, 0..1; null without a map
 */
public record Readout(int x, int y, int red, int green, int blue, @Nullable Float value) {
  /** The pixel at a place; null outside the picture. */
  static @Nullable Readout at(PicturePoint point, RgbImage image, @Nullable FloatMap map) {
    int x = (int) Math.floor(point.x());
    int y = (int) Math.floor(point.y());
    if (x < 0 || y < 0 || x >= image.width() || y >= image.height()) {
      return null;
    }
    return new Readout(
        x,
        y,
        image.value(x, y, 0),
        image.value(x, y, 1),
        image.value(x, y, 2),
        map == null ? null : map.at(x, y));
  }
}
