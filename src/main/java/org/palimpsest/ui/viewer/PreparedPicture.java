package org.palimpsest.ui.viewer;

import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.Pyramid;
import org.palimpsest.imaging.RgbImage;

/**
 * A picture ready to be drawn at any size.
 *
 * @param picture what was asked for; without its map where that was refused
 * @param map null when there is none
 * @param mapRefused whether a map was there and belongs to another picture
 */
record PreparedPicture(
    ViewedPicture picture, Pyramid pyramid, @Nullable PreparedMap map, boolean mapRefused) {
  static PreparedPicture of(ViewedPicture asked) {
    boolean refused = asked.hasForeignMap();
    ViewedPicture picture = refused ? asked.withoutMap() : asked;
    return new PreparedPicture(
        picture,
        Pyramid.of(picture.image()),
        picture.heatmap() == null ? null : PreparedMap.of(picture.heatmap()),
        refused);
  }

  RgbImage image() {
    return picture.image();
  }
}
