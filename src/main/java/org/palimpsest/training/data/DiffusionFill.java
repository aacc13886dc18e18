package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/** The surroundings continued smoothly into the area, sometimes with added grain. */
record DiffusionFill() implements Forgery {
  @Override
  public Content content(EditSite site, Dice dice) {
    Inpainting.Equation equation =
        dice.chance(0.6) ? Inpainting.Equation.HARMONIC : Inpainting.Equation.BIHARMONIC;
    int sweeps = dice.whole(4, 12);
    Box around = site.box().grown(6, site.base().width(), site.base().height());
    RgbImage filled =
        new Inpainting(equation, sweeps).fill(around.cut(site.base()), site.replaced(around));
    RgbImage content = site.box().within(around).cut(filled);
    String how = equation == Inpainting.Equation.HARMONIC ? "harmonic fill" : "biharmonic fill";
    if (!site.plain() && dice.chance(0.5)) {
      double deviation = dice.ratio(0.5, 5);
      content = new Grain(deviation, dice.chance(0.5) ? 0 : deviation / 2).apply(content, dice);
      how += ", grain " + Math.round(deviation * 10) / 10.0;
    }
    return new Content(content, how);
  }
}
