package org.palimpsest.evaluation;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;

/**
 * How a map at the picture's own resolution agrees with the truth.
 *
 * @param blockAuc see {@link BlockAuc}; empty where one of the two kinds of block is missing
 * @param ranking see {@link PixelRanking}; null where one of the two kinds of pixel is missing
 * @param f1 F1 at the thresholds 0.01 .. 0.99
 * @param iou intersection over union at the threshold 0.5
 */
@SuppressWarnings("ArrayRecordComponent") // a curve, read by index only
public record Localization(
    OptionalDouble blockAuc, @Nullable PixelRanking ranking, float[] f1, float iou) {
  /** Index of the threshold 0.5 in {@link MapAreas}. */
  static final int HALF = 49;

  /** Compares a map with the truth of the same size. */
  public static Localization of(FloatMap map, Mask truth) {
    ThresholdCounts counts = ThresholdCounts.of(map, truth);
    return new Localization(
        BlockAuc.of(map, truth),
        PixelRanking.of(map, truth).orElse(null),
        counts.f1(),
        counts.iou(HALF));
  }

  /** F1 at the threshold 0.5. */
  public float f1AtHalf() {
    return f1[HALF];
  }
}
