package org.palimpsest.evaluation;

import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;

/**
 * Pixels of one picture above each threshold of {@link MapAreas}, edited and untouched apart: F1
 * and IoU at every threshold after one look at the map.
 */
public final class ThresholdCounts {
  private final long[] hits;
  private final long[] falseAlarms;
  private final long edited;
  private final long untouched;

  private ThresholdCounts(long[] hits, long[] falseAlarms, long edited, long untouched) {
    this.hits = hits;
    this.falseAlarms = falseAlarms;
    this.edited = edited;
    this.untouched = untouched;
  }

  /** Counts a map's values against the truth of the same size. */
  public static ThresholdCounts of(FloatMap prediction, Mask truth) {
    SameSize.check(prediction, truth, null);
    long[] hits = new long[MapAreas.COUNT + 1];
    long[] others = new long[MapAreas.COUNT + 1];
    for (int i = 0; i < truth.values().length; i++) {
      int highest = MapAreas.thresholdsBelow(prediction.values()[i]);
      (truth.values()[i] != 0 ? hits : others)[highest]++;
    }
    long edited = fromAbove(hits);
    return new ThresholdCounts(hits, others, edited, fromAbove(others));
  }

  /** Turns counts between thresholds into counts above each, and gives their total. */
  private static long fromAbove(long[] counts) {
    for (int i = counts.length - 2; i >= 0; i--) {
      counts[i] += counts[i + 1];
    }
    return counts[0];
  }

  /** The four counts when pixels strictly above the threshold of an index are marked. */
  public PixelConfusion at(int index) {
    long found = hits[index + 1];
    long raised = falseAlarms[index + 1];
    return new PixelConfusion(found, untouched - raised, raised, edited - found);
  }

  /** F1 at every threshold, in IMDL-BenCo's arithmetic. */
  public float[] f1() {
    float[] values = new float[MapAreas.COUNT];
    for (int i = 0; i < values.length; i++) {
      values[i] = at(i).f1(PredictionMode.ORIGIN);
    }
    return values;
  }

  /** Intersection over union at the threshold of an index, in IMDL-BenCo's arithmetic. */
  public float iou(int index) {
    return at(index).iou();
  }
}
