package org.palimpsest.evaluation;

import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.Resize;

/**
 * One picture as OpenSDID is scored: the whole picture stretched to the network's input, the mask
 * stretched by nearest neighbours to the same size, a pixel marked strictly above 0.5.
 *
 * @param score class score, 0..1; the picture is called fake strictly above 0.5
 * @param f1 pixel F1; null unless the picture is edited and its mask is known
 * @param iou pixel IoU; null likewise
 */
public record Protocol(float score, @Nullable Float f1, @Nullable Float iou) {
  /**
   * Scores an answer.
   *
   * @param map at the network's input size
   * @param truth at the picture's size; null where there is none
   */
  public static Protocol of(float score, FloatMap map, @Nullable Mask truth) {
    if (truth == null) {
      return new Protocol(score, null, null);
    }
    Mask stretched =
        truth.width() == map.width() && truth.height() == map.height()
            ? truth
            : Resize.nearest(truth, map.width(), map.height());
    return new Protocol(
        score,
        PixelConfusion.of(map, stretched, null).f1(PredictionMode.ORIGIN),
        PixelIou.of(map, stretched, null, PredictionMode.ORIGIN));
  }
}
