package org.palimpsest.evaluation;

import org.jspecify.annotations.Nullable;
import org.palimpsest.evaluation.data.TestImage;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;

/**
 * A picture of a data set in memory.
 *
 * @param sha256 digest of its file
 * @param jpegQuality estimated quality of the file; null where it is no JPEG
 * @param pixels upright pixels
 * @param truth its mask, of the same size; null where there is none
 */
public record Subject(
    TestImage image,
    String sha256,
    @Nullable Integer jpegQuality,
    RgbImage pixels,
    @Nullable Mask truth) {
  /** Shorter side in pixels. */
  int shorterSide() {
    return Math.min(pixels.width(), pixels.height());
  }

  /** What a model says of it after a resaving, against the truth. */
  public Measured measure(Resaving resaving, Localizer model) {
    RgbImage resaved = resaving.of(pixels);
    Mask moved = truth == null ? null : resaving.of(truth);
    Localizer.Look look = model.look(resaved, moved);
    Localizer.Answer answer = look.answer();
    return new Measured(
        image,
        sha256,
        resaving,
        resaved.width(),
        resaved.height(),
        resaving.quality() == null ? jpegQuality : resaving.quality(),
        answer.score(),
        MapAreas.of(answer.map()),
        moved == null ? 0 : (double) moved.area() / moved.values().length,
        moved == null ? null : Localization.of(answer.map(), moved),
        look.protocol());
  }
}
