package org.palimpsest.evaluation;

import java.util.OptionalDouble;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;

/** Threshold-free localization quality of one image: ROC AUC over its pixels, ties grouped. */
public final class PixelAuc {
  private PixelAuc() {}

  /** The area, 0..1, or nothing when all pixels are edited or none is. */
  public static OptionalDouble of(FloatMap prediction, Mask truth) {
    SameSize.check(prediction, truth, null);
    boolean[] edited = new boolean[truth.values().length];
    for (int i = 0; i < edited.length; i++) {
      edited[i] = truth.values()[i] != 0;
    }
    return RocAuc.of(prediction.values(), edited);
  }
}
