package org.palimpsest.ui.viewer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.Pyramid;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.ui.fx.picture.ViewTransform;

/**
 * Draws the part of a picture that is seen from the squares of the level that suits its size; where
 * one is still missing, the same part of a coarser one. From one to one on, pixels are shown as
 * squares of one colour; smaller, they are averaged.
 */
final class TilePainter {
  private final Pyramid pyramid;
  private final TileStore store;

  TilePainter(Pyramid pyramid, TileStore store) {
    this.pyramid = pyramid;
    this.store = store;
  }

  /**
   * Draws what falls into an area.
   *
   * @param visible in viewport units
   * @param ratio screen pixels per viewport unit
   */
  void paint(GraphicsContext graphics, ViewTransform view, Rectangle2D visible, double ratio) {
    int level = pyramid.levelFor(view.scale() * ratio);
    List<TileKey> wanted = new ArrayList<>();
    List<TileKey> shown = shown(level, view, visible);
    for (TileKey key : shown) {
      addCoarse(key, wanted);
    }
    wanted.addAll(shown);
    graphics.setImageSmoothing(view.scale() * ratio < 1);
    for (TileKey key : shown) {
      paint(graphics, key, view, ratio);
    }
    store.want(wanted);
  }

  /** The squares of a level that an area shows, the middle ones first. */
  private List<TileKey> shown(int level, ViewTransform view, Rectangle2D visible) {
    RgbImage image = pyramid.levels().get(level);
    double side = TileKey.SIDE * (1L << level) * view.scale();
    int left = Math.max(0, (int) Math.floor((visible.getMinX() - view.x()) / side));
    int top = Math.max(0, (int) Math.floor((visible.getMinY() - view.y()) / side));
    int right = Math.min(last(image.width()), (int) ((visible.getMaxX() - view.x()) / side));
    int bottom = Math.min(last(image.height()), (int) ((visible.getMaxY() - view.y()) / side));
    List<TileKey> keys = new ArrayList<>();
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        keys.add(new TileKey(level, column, row));
      }
    }
    double middleX = (left + right) / 2.0;
    double middleY = (top + bottom) / 2.0;
    keys.sort(
        Comparator.comparingDouble(key -> Math.hypot(key.column() - middleX, key.row() - middleY)));
    return keys;
  }

  private static int last(int length) {
    return (length - 1) / TileKey.SIDE;
  }

  /** The coarsest square above another, and one two levels up, come before the fine ones. */
  private void addCoarse(TileKey key, List<TileKey> wanted) {
    int coarsest = pyramid.levels().size() - 1;
    TileKey above = key;
    while (above.level() < coarsest) {
      above = above.above();
      if (above.level() == coarsest && !wanted.contains(above)) {
        wanted.addFirst(above);
      } else if (above.level() == key.level() + 2 && !wanted.contains(above)) {
        wanted.add(above);
      }
    }
  }

  private void paint(GraphicsContext graphics, TileKey key, ViewTransform view, double ratio) {
    TileKey source = key;
    @Nullable Image image = store.tile(source);
    while (image == null && source.level() + 1 < pyramid.levels().size()) {
      source = source.above();
      image = store.tile(source);
    }
    if (image == null) {
      return;
    }
    RgbImage full = pyramid.image();
    double unit = 1L << key.level();
    double left = key.column() * TileKey.SIDE * unit;
    double top = key.row() * TileKey.SIDE * unit;
    // The last pixel of a level may stand for less than its square of the picture.
    double right = Math.min(full.width(), left + TileKey.SIDE * unit);
    double bottom = Math.min(full.height(), top + TileKey.SIDE * unit);
    double sourceUnit = 1L << source.level();
    double originX = source.column() * TileKey.SIDE * sourceUnit;
    double originY = source.row() * TileKey.SIDE * sourceUnit;
    // Edges on whole screen pixels, the same for both neighbours: no seam between squares.
    double x0 = snap(view.toViewX(left), ratio);
    double y0 = snap(view.toViewY(top), ratio);
    double x1 = snap(view.toViewX(right), ratio);
    double y1 = snap(view.toViewY(bottom), ratio);
    graphics.drawImage(
        image,
        (left - originX) / sourceUnit,
        (top - originY) / sourceUnit,
        (right - left) / sourceUnit,
        (bottom - top) / sourceUnit,
        x0,
        y0,
        Math.max(1 / ratio, x1 - x0),
        Math.max(1 / ratio, y1 - y0));
  }

  static double snap(double place, double ratio) {
    return Math.round(place * ratio) / ratio;
  }
}
