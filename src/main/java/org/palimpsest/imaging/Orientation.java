package org.palimpsest.imaging;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the stored rows and columns lie in the upright picture: the values 1 to 8 of the tag
 * Orientation in Exif 2.32 and TIFF 6.0, in that order.
 */
public enum Orientation {
  UPRIGHT(1, false, false, false),
  MIRRORED(2, false, true, false),
  ROTATED_180(3, false, true, true),
  FLIPPED(4, false, false, true),
  TRANSPOSED(5, true, false, false),
  /** Stored turned to the left; turned 90 degrees clockwise to be upright. */
  ROTATED_90(6, true, false, true),
  TRANSVERSED(7, true, true, true),
  ROTATED_270(8, true, true, false);

  private final int exif;
  private final boolean swapsSides;
  private final boolean fromRight;
  private final boolean fromBelow;

  /**
   * @param exif the tag's value
   * @param swapsSides the upright columns are the stored rows
   * @param fromRight stored columns are read from the right
   * @param fromBelow stored rows are read from below
   */
  Orientation(int exif, boolean swapsSides, boolean fromRight, boolean fromBelow) {
    this.exif = exif;
    this.swapsSides = swapsSides;
    this.fromRight = fromRight;
    this.fromBelow = fromBelow;
  }

  /** The orientation with this value of the tag; empty for a value that is not defined. */
  static Optional<Orientation> ofExif(long value) {
    return Arrays.stream(values()).filter(orientation -> orientation.exif == value).findFirst();
  }

  /** The tag's value, 1 to 8. */
  public int exif() {
    return exif;
  }

  /** The picture upright; the same object where nothing has to move. */
  public RgbImage upright(RgbImage stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    int width = swapsSides ? stored.height() : stored.width();
    int height = swapsSides ? stored.width() : stored.height();
    byte[] source = stored.rgb();
    byte[] target = new byte[source.length];
    for (int y = 0, to = 0; y < height; y++) {
      for (int x = 0; x < width; x++, to += 3) {
        int column = swapsSides ? y : x;
        int row = swapsSides ? x : y;
        int sourceX = fromRight ? stored.width() - 1 - column : column;
        int sourceY = fromBelow ? stored.height() - 1 - row : row;
        int from = (sourceY * stored.width() + sourceX) * 3;
        target[to] = source[from];
        target[to + 1] = source[from + 1];
        target[to + 2] = source[from + 2];
      }
    }
    return new RgbImage(width, height, target);
  }
}
