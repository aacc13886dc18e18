package org.palimpsest.training.data;

import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;

/**
 * The place where a picture is edited.
 *
 * @param base the picture
 * @param photograph where it comes from
 * @param alpha 0 (kept) to 1 (replaced), the size of the picture
 * @param box around everything that is not kept
 * @param plain the new content shall differ plainly from its surroundings
 */
record EditSite(RgbImage base, String photograph, FloatMap alpha, Box box, boolean plain) {
  static EditSite of(RgbImage base, String photograph, FloatMap alpha, boolean plain) {
    return new EditSite(base, photograph, alpha, Box.around(alpha), plain);
  }

  /** Which pixels of a box are not kept as they are. */
  boolean[] replaced(Box part) {
    boolean[] replaced = new boolean[part.width() * part.height()];
    for (int y = 0; y < part.height(); y++) {
      for (int x = 0; x < part.width(); x++) {
        replaced[y * part.width() + x] = alpha.at(part.x() + x, part.y() + y) > 0;
      }
    }
    return replaced;
  }

  /** The picture with the content laid over it. */
  RgbImage composed(RgbImage content) {
    RgbImage result = new RgbImage(base.width(), base.height(), base.rgb().clone());
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        float a = alpha.at(box.x() + x, box.y() + y);
        int to = ((box.y() + y) * base.width() + box.x() + x) * 3;
        int from = (y * box.width() + x) * 3;
        for (int c = 0; a > 0 && c < 3; c++) {
          int old = base.rgb()[to + c] & 0xff;
          int replacement = content.rgb()[from + c] & 0xff;
          result.rgb()[to + c] = (byte) Math.round(old + a * (replacement - old));
        }
      }
    }
    return result;
  }
}
