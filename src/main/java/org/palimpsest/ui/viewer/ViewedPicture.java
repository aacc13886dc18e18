package org.palimpsest.ui.viewer;

import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.RgbImage;

/**
 * What the viewer shows.
 *
 * @param name of the file, for the window and for exports
 * @param image upright pixels
 * @param heatmap the map read at the examination's threshold; null when not examined
 * @param thresholdSource where that threshold comes from, one sentence
 */
public record ViewedPicture(
    String name, RgbImage image, @Nullable Heatmap heatmap, String thresholdSource) {
  /** A picture that has not been examined. */
  public static ViewedPicture unexamined(String name, RgbImage image) {
    return new ViewedPicture(name, image, null, "");
  }

  /** Whether there is a map that belongs to another picture: it has other sides. */
  boolean hasForeignMap() {
    return heatmap != null
        && (heatmap.map().width() != image.width() || heatmap.map().height() != image.height());
  }

  ViewedPicture withoutMap() {
    return unexamined(name, image);
  }
}
