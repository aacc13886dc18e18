package org.palimpsest.training.data;

import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;

/** A rectangle of pixels inside a picture. */
record Box(int x, int y, int width, int height) {
  /** The smallest box around all pixels above 0, or one pixel if there is none. */
  static Box around(FloatMap map) {
    int left = map.width();
    int top = map.height();
    int right = -1;
    int bottom = -1;
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        if (map.at(x, y) > 0) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return right < 0 ? new Box(0, 0, 1, 1) : new Box(left, top, right - left + 1, bottom - top + 1);
  }

  /** Wider on every side, as far as the picture goes. */
  Box grown(int margin, int pictureWidth, int pictureHeight) {
    int left = Math.max(0, x - margin);
    int top = Math.max(0, y - margin);
    int right = Math.min(pictureWidth, x + width + margin);
    int bottom = Math.min(pictureHeight, y + height + margin);
    return new Box(left, top, right - left, bottom - top);
  }

  /** This box in the coordinates of a box around it. */
  Box within(Box outer) {
    return new Box(x - outer.x, y - outer.y, width, height);
  }

  RgbImage cut(RgbImage image) {
    if (x == 0 && y == 0 && width == image.width() && height == image.height()) {
      return image;
    }
    RgbImage part = RgbImage.black(width, height);
    for (int row = 0; row < height; row++) {
      System.arraycopy(
          image.rgb(), ((y + row) * image.width() + x) * 3, part.rgb(), row * width * 3, width * 3);
    }
    return part;
  }

  FloatMap cut(FloatMap map) {
    FloatMap part = new FloatMap(width, height, new float[width * height]);
    for (int row = 0; row < height; row++) {
      System.arraycopy(
          map.values(), (y + row) * map.width() + x, part.values(), row * width, width);
    }
    return part;
  }

  Mask cut(Mask mask) {
    Mask part = Mask.empty(width, height);
    for (int row = 0; row < height; row++) {
      System.arraycopy(
          mask.values(), (y + row) * mask.width() + x, part.values(), row * width, width);
    }
    return part;
  }
}
