package org.palimpsest.evaluation;

import java.util.List;

/**
 * Flags a picture when the share of its map above a map threshold reaches a limit.
 *
 * @param mapIndex index of the map threshold in {@link MapAreas}
 * @param limit share of the picture, above 0
 */
public record AreaRule(int mapIndex, double limit) {
  /** Share of the area of authentic pictures that may lie above the map threshold. */
  private static final double AREA_OF_AUTHENTIC = 0.01;

  /**
   * Chooses both numbers from authentic pictures: the lowest map threshold above which lies at most
   * 1 % of their area on average, then the lowest limit that flags at most the stated share of
   * them.
   */
  public static AreaRule choose(List<Measured> authentic, double falseAlarmRate) {
    int index = 0;
    while (index < MapAreas.COUNT - 1 && meanArea(authentic, index) > AREA_OF_AUTHENTIC) {
      index++;
    }
    double limit = OperatingPointEstimator.threshold(statistics(authentic, index), falseAlarmRate);
    return new AreaRule(index, limit);
  }

  /** The number that is compared with the limit, one for each picture. */
  public double[] statistics(List<Measured> pictures) {
    return statistics(pictures, mapIndex);
  }

  /** Whether it flags a picture. */
  public boolean flags(Measured picture) {
    return picture.areas().above(mapIndex) >= limit;
  }

  /** The share of at least one picture that it flags. */
  public Estimate flagged(List<Measured> pictures) {
    int hits = (int) pictures.stream().filter(this::flags).count();
    return Estimate.of(BinomialInterval.of95(hits, pictures.size()), pictures.size());
  }

  /** The map threshold, 0.01..0.99. */
  public double mapThreshold() {
    return MapAreas.threshold(mapIndex);
  }

  private static double meanArea(List<Measured> pictures, int index) {
    return pictures.stream().mapToDouble(one -> one.areas().above(index)).average().orElse(0);
  }

  private static double[] statistics(List<Measured> pictures, int index) {
    return pictures.stream().mapToDouble(one -> one.areas().above(index)).toArray();
  }
}
