package org.palimpsest.training.data;

import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;

/**
 * The area filled with pixels copied from look-alike places around it, from coarse to fine; an
 * object removal as content-aware fill does it.
 */
record ExemplarFill() implements Forgery {
  private static final int COARSEST = 4;

  @Override
  public Content content(EditSite site, Dice dice) {
    int margin = Math.clamp(Math.max(site.box().width(), site.box().height()) / 2, 40, 120);
    Box around = site.box().grown(margin, site.base().width(), site.base().height());
    RgbImage image = around.cut(site.base());
    boolean[] hole = site.replaced(around);
    int coarsest = COARSEST;
    while (coarsest > 1 && !possible(image, hole, coarsest)) {
      coarsest /= 2;
    }
    if (!possible(image, hole, coarsest)) {
      // Nothing to copy from.
      return new DiffusionFill().content(site, dice);
    }
    RgbImage start = scaled(image, coarsest);
    boolean[] startHole = scaled(hole, image, coarsest);
    start = new Inpainting(Inpainting.Equation.HARMONIC, 6).fill(start, startHole);
    PatchSearch search = new PatchSearch(start, startHole, dice);
    search.startAtRandom();
    search.improve(5);
    RgbImage result = start;
    for (int divisor = coarsest / 2; divisor >= 1; divisor /= 2) {
      result = scaled(image, divisor);
      PatchSearch finer = new PatchSearch(result, scaled(hole, image, divisor), dice);
      finer.startFrom(search);
      finer.improve(divisor > 1 ? 2 : dice.whole(0, 1));
      search = finer;
    }
    return new Content(site.box().within(around).cut(result), "exemplar fill");
  }

  private static boolean possible(RgbImage image, boolean[] hole, int divisor) {
    return PatchSearch.possible(
        scaled(hole, image, divisor), image.width() / divisor, image.height() / divisor);
  }

  private static RgbImage scaled(RgbImage image, int divisor) {
    return divisor == 1
        ? new RgbImage(image.width(), image.height(), image.rgb().clone())
        : Resize.area(image, image.width() / divisor, image.height() / divisor);
  }

  /** A small pixel is open when any pixel of its footprint is, so that nothing seeps through. */
  private static boolean[] scaled(boolean[] hole, RgbImage image, int divisor) {
    if (divisor == 1) {
      return hole;
    }
    int width = image.width() / divisor;
    int height = image.height() / divisor;
    boolean[] scaled = new boolean[width * height];
    for (int i = 0; i < hole.length; i++) {
      if (hole[i]) {
        int x = i % image.width();
        int y = i / image.width();
        for (int row = y * height / image.height();
            row <= ((y + 1) * height - 1) / image.height();
            row++) {
          for (int column = x * width / image.width();
              column <= ((x + 1) * width - 1) / image.width();
              column++) {
            scaled[row * width + column] = true;
          }
        }
      }
    }
    return scaled;
  }
}
