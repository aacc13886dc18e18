package org.palimpsest.evaluation;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;

/**
 * One picture after one resaving, as a model sees it.
 *
 * @param score class score, 0..1; no probability
 * @param areas shares of the map above thresholds
 * @param editedShare edited share of the picture, 0 for an authentic one
 * @param blockAuc localization at native resolution; empty for an authentic picture and for one
 *     that lacks one of the two kinds of block
 */
public record Measured(
    TestImage image,
    Resaving resaving,
    int width,
    int height,
    float score,
    MapAreas areas,
    double editedShare,
    OptionalDouble blockAuc) {
  /** Asks the model and compares with the truth, a mask of the picture's size, or null. */
  public static Measured of(
      TestImage image, Resaving resaving, RgbImage pixels, @Nullable Mask truth, Localizer model) {
    RgbImage resaved = resaving.of(pixels);
    Localizer.Answer answer = model.answer(resaved);
    OptionalDouble auc = OptionalDouble.empty();
    double share = 0;
    if (truth != null) {
      Mask moved = resaving.of(truth);
      auc = BlockAuc.of(answer.map(), moved);
      share = (double) moved.area() / moved.values().length;
    }
    return new Measured(
        image,
        resaving,
        resaved.width(),
        resaved.height(),
        answer.score(),
        MapAreas.of(answer.map()),
        share,
        auc);
  }
}
