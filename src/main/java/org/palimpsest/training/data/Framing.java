package org.palimpsest.training.data;

import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;

/**
 * How a picture comes to lie in the network's input: as it is or mirrored, and, when it is smaller
 * than the input, continued by its own mirror image as {@link org.palimpsest.imaging.Tile} does.
 *
 * @param side of the input
 * @param width of the picture, at most the side
 * @param height of the picture, at most the side
 * @param across mirrored left to right
 * @param down mirrored top to bottom
 */
record Framing(int side, int width, int height, boolean across, boolean down) {
  private static final double SMALL = 0.15;
  private static final double SMALLEST = 0.45;

  static Framing random(int side, Dice dice) {
    boolean small = dice.chance(SMALL);
    int width = small ? (int) (side * dice.between(SMALLEST, 1)) : side;
    int height = small ? (int) (side * dice.between(SMALLEST, 1)) : side;
    boolean across = dice.chance(0.5);
    boolean down = dice.chance(0.5);
    // the block grid of a small picture starts at its corner, whatever its size
    return new Framing(side, width, height, across && !small, down && !small);
  }

  /** The part that is this picture, of the larger square that was edited. */
  Box part(int square) {
    return new Box(0, 0, scaled(width, square), scaled(height, square));
  }

  private int scaled(int length, int square) {
    return Math.clamp(Math.round((double) length * square / side), 1, square);
  }

  /** The picture in the input. */
  RgbImage of(RgbImage picture) {
    RgbImage framed = RgbImage.black(side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        System.arraycopy(picture.rgb(), from(x, y) * 3, framed.rgb(), (y * side + x) * 3, 3);
      }
    }
    return framed;
  }

  Mask of(Mask mask) {
    Mask framed = Mask.empty(side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        framed.values()[y * side + x] = mask.values()[from(x, y)];
      }
    }
    return framed;
  }

  private int from(int x, int y) {
    int column = folded(x, width);
    int row = folded(y, height);
    return (down ? height - 1 - row : row) * width + (across ? width - 1 - column : column);
  }

  private static int folded(int position, int length) {
    int phase = position % (2 * length - 2);
    return phase < length ? phase : 2 * length - 2 - phase;
  }

  String how() {
    return width < side || height < side ? "; %d x %d pixels".formatted(width, height) : "";
  }
}
