package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/**
 * The life of a picture before anyone edited it: cut from a photograph, perhaps resampled, perhaps
 * saved as JPEG on a block grid that need not be the crop's. Edited and authentic samples draw from
 * the same distribution.
 */
final class BaseHistory {
  private static final int GRID = 8;

  /** How often a picture was saved at a larger size and then made smaller, as on the web. */
  private static final double REDUCED = 0.4;

  /** How many times smaller at most. */
  private static final double MOST_REDUCED = 3.2;

  private final PhotoLibrary library;

  BaseHistory(PhotoLibrary library) {
    this.library = library;
  }

  /** A picture, the photograph it is from, and what happened to it. */
  record Base(RgbImage image, String photograph, String how) {}

  /**
   * A square picture.
   *
   * @param plain with a history that is easy to tell: a JPEG of strong to middling compression, or
   *     none left after being made smaller
   */
  Base draw(int side, boolean plain, Dice dice) {
    if (dice.chance(REDUCED)) {
      return reduced(side, dice);
    }
    boolean saved = plain || dice.chance(0.8);
    boolean shifted = saved && dice.chance(0.2) && side + GRID <= library.largestSide();
    int raw = shifted ? side + GRID : side;
    double most = Math.min(2.0, (double) library.largestSide() / raw);
    int source = raw;
    if (dice.chance(0.35)) {
      source = (int) (raw * dice.ratio(0.7, Math.max(0.71, most)));
    }
    PhotoLibrary.Crop crop = library.crop(dice, source, source, "");
    RgbImage image = crop.pixels();
    StringBuilder how = new StringBuilder(crop.photograph());
    if (source != raw) {
      SavedState.Saved resized = SavedState.resized(image, raw, raw, dice);
      image = resized.image();
      how.append(", ").append(resized.how());
    }
    if (saved) {
      SavedState.Saved jpeg = SavedState.jpeg(image, 60, plain ? 88 : 98, dice);
      image = jpeg.image();
      how.append(", ").append(jpeg.how());
      if (shifted) {
        int x = dice.whole(0, GRID - 1);
        int y = dice.whole(0, GRID - 1);
        image = new Box(x, y, side, side).cut(image);
        how.append(" cut at ").append(x).append(',').append(y);
      }
    }
    return new Base(image, crop.photograph(), how.toString());
  }

  private Base reduced(int side, Dice dice) {
    double most = Math.min(MOST_REDUCED, (double) library.largestSide() / side);
    int source = (int) (side * dice.ratio(Math.min(1.1, most), most));
    PhotoLibrary.Crop crop = library.crop(dice, source, source, "");
    SavedState.Saved jpeg = SavedState.jpeg(crop.pixels(), 60, 98, dice);
    SavedState.Saved small = SavedState.resized(jpeg.image(), side, side, dice);
    return new Base(
        small.image(),
        crop.photograph(),
        "%s, %s, %s".formatted(crop.photograph(), jpeg.how(), small.how()));
  }
}
