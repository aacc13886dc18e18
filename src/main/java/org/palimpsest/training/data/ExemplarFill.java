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

  /** A small pixel is open when any pixel under it, or beside it, is. */
  private static boolean[] scaled(boolean[] hole, RgbImage image, int divisor) {
    if (divisor == 1) {
      return hole;
    }
    int width = image.width() / divisor;
    int height = image.height() / divisor;
    boolean[] scaled = new boolean[width * height];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if (hole[y * image.width() + x]) {
          int to = Math.min(y / divisor, height - 1) * width + Math.min(x / divisor, width - 1);
          scaled[to] = true;
        }
      }
    }
    return scaled;
  }
}
