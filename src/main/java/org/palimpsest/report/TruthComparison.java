package org.palimpsest.report;

import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.Mask;

/**
 * How the marked pixels of a map agree with a ground-truth mask, at the map's threshold.
 *
 * @param source the mask's file
 * @param hits edited pixels that are marked
 * @param misses edited pixels that are not marked
 * @param falseAlarms marked pixels that are not edited
 * @param iou hits over the union of edited and marked pixels, 0..1; 1 when both are empty
 * @param f1 2 hits over (2 hits + misses + false alarms), 0..1; 1 when both are empty
 */
record TruthComparison(
    String source, long hits, long misses, long falseAlarms, double iou, double f1) {
  static TruthComparison of(String source, Mask truth, Heatmap heatmap) {
    long hits = 0;
    long misses = 0;
    long falseAlarms = 0;
    float[] map = heatmap.map().values();
    for (int i = 0; i < map.length; i++) {
      boolean edited = truth.values()[i] != 0;
      boolean marked = map[i] > heatmap.threshold();
      hits += edited && marked ? 1 : 0;
      misses += edited && !marked ? 1 : 0;
      falseAlarms += !edited && marked ? 1 : 0;
    }
    long union = hits + misses + falseAlarms;
    return new TruthComparison(
        source,
        hits,
        misses,
        falseAlarms,
        union == 0 ? 1 : (double) hits / union,
        union == 0 ? 1 : 2.0 * hits / (2.0 * hits + misses + falseAlarms));
  }
}
