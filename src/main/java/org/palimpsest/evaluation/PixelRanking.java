package org.palimpsest.evaluation;

import java.util.Arrays;
import java.util.Optional;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;

/**
 * How well one picture's map ranks its edited pixels above the others, whatever the threshold. Tied
 * pixels count as one step, so the values do not depend on the order of pixels.
 *
 * @param auc area under the ROC curve, 0..1; 0.5 is chance
 * @param averagePrecision mean of the precisions at the steps of recall, weighted by the steps (no
 *     interpolation); chance is the edited share of the picture
 * @param truePositiveRate the ROC curve at the false-positive rates 0, 0.01 .. 1
 * @param precision the precision-recall curve at the recalls 0, 0.01 .. 1: the precision when that
 *     recall is first reached
 */
@SuppressWarnings("ArrayRecordComponent") // two curves, read by index only
public record PixelRanking(
    double auc, double averagePrecision, float[] truePositiveRate, float[] precision) {
  /** Intervals of the two curves. */
  public static final int STEPS = 100;

  /** Ranks the pixels; nothing when all are edited or none is. */
  public static Optional<PixelRanking> of(FloatMap prediction, Mask truth) {
    SameSize.check(prediction, truth, null);
    int[] keys = new int[truth.values().length];
    for (int i = 0; i < keys.length; i++) {
      float value = prediction.values()[i];
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("A map value is outside 0..1: " + value);
      }
      // Bits of floats of one sign are ordered as the floats; below 2^30 up to 1.
      keys[i] = Float.floatToIntBits(value + 0f) << 1 | (truth.values()[i] != 0 ? 1 : 0);
    }
    long edited = truth.area();
    long untouched = keys.length - edited;
    if (edited == 0 || untouched == 0) {
      return Optional.empty();
    }
    Arrays.sort(keys);
    return Optional.of(new Walk(edited, untouched).down(keys));
  }

  /** Walks from the highest value to the lowest. */
  private static final class Walk {
    private final long edited;
    private final long untouched;
    private final float[] rates = new float[STEPS + 1];
    private final float[] precisions = new float[STEPS + 1];
    private long hits;
    private long alarms;
    private double area;
    private double averagePrecision;
    private int nextRate;
    private int nextRecall;

    Walk(long edited, long untouched) {
      this.edited = edited;
      this.untouched = untouched;
    }

    PixelRanking down(int[] keys) {
      int from = keys.length - 1;
      while (from >= 0) {
        int to = from;
        long found = 0;
        while (to >= 0 && keys[to] >> 1 == keys[from] >> 1) {
          found += keys[to] & 1;
          to--;
        }
        step(found, from - to - found);
        from = to;
      }
      return new PixelRanking(
          area / edited / untouched, averagePrecision / edited, rates, precisions);
    }

    private void step(long found, long raised) {
      area += raised * (hits + found / 2.0);
      long hitsAfter = hits + found;
      long alarmsAfter = alarms + raised;
      double precision = (double) hitsAfter / (hitsAfter + alarmsAfter);
      averagePrecision += found * precision;
      while (nextRecall <= STEPS && nextRecall * edited <= STEPS * hitsAfter) {
        precisions[nextRecall++] = (float) precision;
      }
      int rate = nextRate;
      while (rate <= STEPS && rate * untouched <= STEPS * alarmsAfter) {
        double way = raised == 0 ? 1 : ((double) rate * untouched / STEPS - alarms) / raised;
        rates[rate] = (float) ((hits + way * found) / edited);
        rate++;
      }
      // A rate that is met exactly may still rise: the next step may find more at no alarm.
      nextRate = rate > 0 && (rate - 1) * untouched == STEPS * alarmsAfter ? rate - 1 : rate;
      hits = hitsAfter;
      alarms = alarmsAfter;
    }
  }
}
