package org.palimpsest.training.data;

import org.palimpsest.imaging.Mask;

/**
 * The band on both sides of a mask's boundary that the edge loss looks at: where the dilations of
 * the mask and of its complement by a plus-shaped structuring element meet. Outside the picture
 * counts as neither, so the frame is never an edge (IMDL-BenCo).
 */
public final class EdgeMask {
  private EdgeMask() {}

  /**
   * The edge band of a mask.
   *
   * @param width arm span of the plus in pixels, odd, smaller than both sides of the mask (7 in
   *     MaskCLIP)
   */
  public static Mask of(Mask mask, int width) {
    if (width < 1 || width % 2 == 0) {
      throw new IllegalArgumentException("An edge width is odd and positive, not " + width);
    }
    if (mask.width() <= width || mask.height() <= width) {
      throw new IllegalArgumentException(
          "A mask of %d x %d is too small for edges of width %d"
              .formatted(mask.width(), mask.height(), width));
    }
    int reach = width / 2;
    Mask edge = Mask.empty(mask.width(), mask.height());
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        if (otherValueWithin(mask, x, y, reach)) {
          edge.values()[y * mask.width() + x] = 1;
        }
      }
    }
    return edge;
  }

  private static boolean otherValueWithin(Mask mask, int x, int y, int reach) {
    byte[] values = mask.values();
    int width = mask.width();
    int at = y * width + x;
    byte own = values[at];
    for (int d = 1; d <= reach; d++) {
      if ((x >= d && values[at - d] != own)
          || (x + d < width && values[at + d] != own)
          || (y >= d && values[at - d * width] != own)
          || (y + d < mask.height() && values[at + d * width] != own)) {
        return true;
      }
    }
    return false;
  }
}
