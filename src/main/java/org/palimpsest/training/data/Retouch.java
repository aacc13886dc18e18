package org.palimpsest.training.data;

import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;

/**
 * One edit of a chosen kind at a chosen place of a picture of any size; the result marks every
 * pixel that the edit could touch, soft borders included.
 */
public final class Retouch {
  private static final int CONTEXT = 16;

  private final EditSite site;
  private final Mask touched;

  /**
   * @param area what is replaced, the size of the picture
   * @param feather pixels over which the border is softened, 0 for none
   */
  public Retouch(RgbImage picture, Mask area, int feather) {
    if (area.width() != picture.width() || area.height() != picture.height()) {
      throw new IllegalArgumentException("The area has another size than the picture.");
    }
    if (area.area() == 0) {
      throw new IllegalArgumentException("The area to edit is empty.");
    }
    FloatMap alpha = ForgerySynthesiser.alpha(area, feather);
    this.site = EditSite.of(picture, "", alpha, false);
    this.touched = Mask.empty(area.width(), area.height());
    for (int i = 0; i < touched.values().length; i++) {
      touched.values()[i] = (byte) (alpha.values()[i] > 0 ? 1 : 0);
    }
  }

  /**
   * Pixels of another picture, or of the same one, laid over the area.
   *
   * @param dx columns from the area to its source
   * @param dy rows from the area to its source
   */
  public Sample pasted(RgbImage donor, int dx, int dy, String how) {
    Box to = site.box();
    Box from = new Box(to.x() + dx, to.y() + dy, to.width(), to.height());
    if (from.x() < 0
        || from.y() < 0
        || from.x() + from.width() > donor.width()
        || from.y() + from.height() > donor.height()) {
      throw new IllegalArgumentException("The source lies outside of the donor picture.");
    }
    return sample(from.cut(donor), how);
  }

  /** The surroundings continued smoothly into the area. */
  public Sample smoothed(long seed) {
    Forgery.Content content = new DiffusionFill().content(site, new Dice(seed));
    return sample(content.pixels(), content.how());
  }

  /** The area filled with look-alike places around it. */
  public Sample filled(long seed) {
    Forgery.Content content = new ExemplarFill().content(site, new Dice(seed));
    return sample(content.pixels(), content.how());
  }

  /** The area passed through a generative network's bottleneck. */
  public Sample regenerated(Regenerator regenerator) {
    Box around = site.box().grown(CONTEXT, site.base().width(), site.base().height());
    RgbImage made = Regeneration.through(regenerator, around.cut(site.base()));
    return sample(site.box().within(around).cut(made), "regenerated");
  }

  private Sample sample(RgbImage content, String how) {
    return new Sample(site.composed(content), touched, true, how);
  }
}
