package org.palimpsest.training.data;

import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.RgbImage;

/**
 * The area passed through a generative network's bottleneck, the trained one's or a drawn one's: of
 * the picture itself (a regenerated area), of another photograph (a new object), or of a fill (an
 * object removal).
 */
record Regeneration(@Nullable Regenerator trained, PhotoLibrary library) implements Forgery {
  private static final int CONTEXT = 16;
  private static final int GRID = 8;
  private static final double IMITATES_JPEG = 0.4;
  private static final double RIPPLES = 0.15;

  @Override
  public Content content(EditSite site, Dice dice) {
    Box around = onGrid(site.box().grown(CONTEXT, site.base().width(), site.base().height()));
    RgbImage source = around.cut(site.base());
    String of = "the place itself";
    double kind = dice.between(0, 1);
    if (kind > 0.5) {
      Forgery inner =
          kind > 0.8
              ? (kind > 0.9 ? new ExemplarFill() : new DiffusionFill())
              : new Splice(library);
      Content content = inner.content(site, dice);
      source = around.cut(site.composed(content.pixels()));
      of = content.how();
    }
    Regenerator regenerator =
        trained == null || dice.chance(0.65) ? RandomDecoder.random(dice) : trained;
    RgbImage made = through(regenerator, source);
    String by = regenerator == trained ? "regenerated: " : "decoded (" + regenerator + "): ";
    if (dice.chance(IMITATES_JPEG)) {
      BlockImitation imitation = BlockImitation.random(dice);
      made = imitation.apply(made);
      by = imitation + ", " + by;
    }
    if (dice.chance(RIPPLES)) {
      UpsamplingTrace trace = UpsamplingTrace.random(dice);
      made = trace.apply(made);
      by = "rippled by " + trace.period() + ", " + by;
    }
    return new Content(site.box().within(around).cut(made), by + of);
  }

  /** Starting at multiples of JPEG's block, as when the whole picture went through the network. */
  private static Box onGrid(Box box) {
    int x = box.x() / GRID * GRID;
    int y = box.y() / GRID * GRID;
    return new Box(x, y, box.width() + box.x() - x, box.height() + box.y() - y);
  }

  /** A picture of any size through the network. */
  static RgbImage through(Regenerator regenerator, RgbImage source) {
    RgbImage padded = padded(source);
    RgbImage made = regenerator.regenerate(padded);
    if (made.width() != padded.width() || made.height() != padded.height()) {
      throw new IllegalStateException(
          "The regenerator turned %d x %d pixels into %d x %d"
              .formatted(padded.width(), padded.height(), made.width(), made.height()));
    }
    return new Box(0, 0, source.width(), source.height()).cut(made);
  }

  private static RgbImage padded(RgbImage image) {
    int width = up(image.width());
    int height = up(image.height());
    if (width == image.width() && height == image.height()) {
      return image;
    }
    RgbImage padded = RgbImage.black(width, height);
    for (int y = 0; y < height; y++) {
      int from = Math.min(y, image.height() - 1) * image.width() * 3;
      System.arraycopy(image.rgb(), from, padded.rgb(), y * width * 3, image.width() * 3);
      for (int x = image.width(); x < width; x++) {
        System.arraycopy(
            image.rgb(), from + (image.width() - 1) * 3, padded.rgb(), (y * width + x) * 3, 3);
      }
    }
    return padded;
  }

  private static int up(int length) {
    return Math.ceilDiv(length, Regenerator.GRANULE) * Regenerator.GRANULE;
  }
}
