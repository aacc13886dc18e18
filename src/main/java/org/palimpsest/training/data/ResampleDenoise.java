package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/**
 * A stand-in for a learned decoder: content (of this picture or another photograph) shrunk,
 * enlarged and smoothed, perhaps with the faint periodic pattern that upsampling layers leave, and
 * a little grain.
 */
record ResampleDenoise(PhotoLibrary library) implements Forgery {
  @Override
  public Content content(EditSite site, Dice dice) {
    Content source =
        dice.chance(0.5)
            ? new Content(site.box().cut(site.base()), "of the place itself")
            : new Splice(library).content(site, dice);
    int width = site.box().width();
    int height = site.box().height();
    double scale = dice.between(0.35, site.plain() ? 0.5 : 0.85);
    SavedState.Saved small =
        SavedState.resized(
            source.pixels(),
            Math.max(1, (int) (width * scale)),
            Math.max(1, (int) (height * scale)),
            dice);
    RgbImage pixels = SavedState.resized(small.image(), width, height, dice).image();
    StringBuilder how = new StringBuilder("resampled (").append(small.how());
    if (dice.chance(0.6)) {
      pixels = new BilateralFilter(dice.between(3, 20)).apply(pixels);
      how.append(", denoised");
    }
    if (dice.chance(0.5)) {
      UpsamplingTrace trace = UpsamplingTrace.random(dice);
      pixels = trace.apply(pixels);
      how.append(", period ").append(trace.period());
    }
    if (!site.plain() && dice.chance(0.6)) {
      pixels = new Grain(dice.ratio(0.3, 3), dice.between(0, 1)).apply(pixels, dice);
      how.append(", grain");
    }
    return new Content(pixels, how.append(") ").append(source.how()).toString());
  }
}
