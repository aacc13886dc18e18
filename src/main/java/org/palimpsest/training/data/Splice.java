package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/** Part of another photograph, with a resize and JPEG history of its own. */
record Splice(PhotoLibrary library) implements Forgery {
  private static final int GRID = 8;

  @Override
  public Content content(EditSite site, Dice dice) {
    int width = site.box().width();
    int height = site.box().height();
    // A margin for the JPEG grid to start outside of the cut.
    int largest = library.largestSide() - GRID;
    double most = Math.min(2.0, (double) largest / Math.max(width, height));
    double scale = 1;
    if (dice.chance(0.6) || most < 1) {
      scale = dice.ratio(Math.min(0.62, most * 0.9), most);
    }
    int sourceWidth = Math.max(1, (int) (width * scale));
    int sourceHeight = Math.max(1, (int) (height * scale));
    PhotoLibrary.Crop crop =
        library.crop(dice, sourceWidth + GRID, sourceHeight + GRID, site.photograph());
    RgbImage pixels = crop.pixels();
    StringBuilder how = new StringBuilder("splice from ").append(crop.photograph());
    if (!site.plain() && dice.chance(0.7)) {
      SavedState.Saved jpeg = SavedState.jpeg(pixels, 50, 98, dice);
      pixels = jpeg.image();
      how.append(", ").append(jpeg.how());
    }
    int x = dice.whole(0, GRID - 1);
    int y = dice.whole(0, GRID - 1);
    pixels = new Box(x, y, sourceWidth, sourceHeight).cut(pixels);
    if (sourceWidth != width || sourceHeight != height) {
      SavedState.Saved resized = SavedState.resized(pixels, width, height, dice);
      pixels = resized.image();
      how.append(", ").append(resized.how());
    }
    return new Content(pixels, how.toString());
  }
}
