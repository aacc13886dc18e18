package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/** A way to make the content that replaces part of a picture. */
sealed interface Forgery
    permits Splice, CopyMove, DiffusionFill, ExemplarFill, ResampleDenoise, Regeneration {

  /** New content of the size of the site's box. */
  Content content(EditSite site, Dice dice);

  /** Pixels for the site's box, and how they were made. */
  record Content(RgbImage pixels, String how) {}
}
