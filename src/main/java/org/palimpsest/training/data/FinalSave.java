package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/**
 * What happens to a picture after editing, the same for edited and authentic ones: nothing, a
 * resize, a JPEG save, or both.
 *
 * @param workingSide side of the picture before it
 * @param side side after it
 * @param jpeg whether it ends in a JPEG save
 * @param seed of the remaining choices
 */
record FinalSave(int workingSide, int side, boolean jpeg, long seed) {

  /** A plan, so that the working size is known before the picture exists. */
  static FinalSave plan(int side, int largest, Difficulty difficulty, Dice dice) {
    long seed = (long) (dice.between(0, 1) * (1L << 53));
    if (!difficulty.savedAtLast(dice)) {
      return new FinalSave(side, side, false, seed);
    }
    double kind = dice.between(0, 1);
    int working = side;
    if (kind > 0.6) {
      working = Math.min((int) Math.round(side / dice.ratio(0.6, 1.3)), largest);
    }
    return new FinalSave(working, side, kind < 0.88, seed);
  }

  SavedState.Saved apply(RgbImage image, int width, int height) {
    Dice dice = new Dice(seed);
    RgbImage result = image;
    String how = "not saved again";
    if (workingSide != side) {
      SavedState.Saved resized = SavedState.resized(result, width, height, dice);
      result = resized.image();
      how = "at last " + resized.how();
    }
    if (jpeg) {
      SavedState.Saved saved = SavedState.jpeg(result, 60, 99, dice);
      result = saved.image();
      how = (workingSide != side ? how + ", " : "at last ") + saved.how();
    }
    return new SavedState.Saved(result, how);
  }
}
