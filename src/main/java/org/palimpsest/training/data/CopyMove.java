package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/** Another part of the same picture, perhaps scaled, turned or mirrored. */
record CopyMove() implements Forgery {
  @Override
  public Content content(EditSite site, Dice dice) {
    Box box = site.box();
    RgbImage base = site.base();
    double scale = dice.chance(0.5) ? 1 : dice.ratio(0.75, 1.3);
    double turn = dice.chance(0.5) ? 0 : dice.between(-0.5, 0.5);
    double mirror = dice.chance(0.2) ? -1 : 1;
    double centreX = box.x() + box.width() / 2.0;
    double centreY = box.y() + box.height() / 2.0;
    double fromX = centreX;
    double fromY = centreY;
    // Far enough away that it is a copy and not the place itself.
    double far = Math.min(base.width(), base.height()) / 8.0;
    for (int i = 0; i < 20 && Math.hypot(fromX - centreX, fromY - centreY) < far; i++) {
      fromX = place(box.width() / 2.0, base.width(), dice);
      fromY = place(box.height() / 2.0, base.height(), dice);
    }
    if (scale == 1 && turn == 0) {
      fromX = centreX + Math.round(fromX - centreX);
      fromY = centreY + Math.round(fromY - centreY);
    }
    double cos = StrictMath.cos(turn) / scale;
    double sin = StrictMath.sin(turn) / scale;
    CubicSampler sampler = new CubicSampler(base);
    RgbImage content = RgbImage.black(box.width(), box.height());
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        double u = (box.x() + x + 0.5 - centreX) * mirror;
        double v = box.y() + y + 0.5 - centreY;
        sampler.sample(
            fromX + u * cos - v * sin - 0.5,
            fromY + u * sin + v * cos - 0.5,
            content.rgb(),
            (y * box.width() + x) * 3);
      }
    }
    String how =
        "copy-move by %d,%d, x%d%%, turned %d degrees"
            .formatted(
                Math.round(fromX - centreX),
                Math.round(fromY - centreY),
                Math.round(100 * scale),
                Math.round(Math.toDegrees(turn)));
    return new Content(content, mirror < 0 ? how + ", mirrored" : how);
  }

  private static double place(double half, int length, Dice dice) {
    return half * 2 >= length ? dice.between(0, length) : dice.between(half, length - half);
  }
}
