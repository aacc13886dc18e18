package org.palimpsest.report.replay;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.Examined;
import org.palimpsest.casework.InputScore;
import org.palimpsest.casework.Measurement;
import org.palimpsest.imaging.FloatMap;

/**
 * One exhibit compared.
 *
 * @param item its number in the case
 * @param agreement how it compares
 * @param score agreement of the class scores
 * @param map agreement of the localization map, or of what was measured on it
 * @param figures the differences in numbers, or why nothing was compared
 */
public record Comparison(
    int item, Agreement agreement, Agreement score, Agreement map, String figures) {
  static Comparison none(int item, String why) {
    return new Comparison(
        item, Agreement.NOT_COMPARED, Agreement.NOT_COMPARED, Agreement.NOT_COMPARED, why);
  }

  /**
   * Compares an examination with its repetition.
   *
   * @param map the reported map; null where the bundle has none, then what was measured on it is
   *     compared
   */
  static Comparison of(
      int item, ExaminationRecord reported, @Nullable FloatMap map, Examined again) {
    Tolerance tolerance = Tolerance.of(reported.conditions());
    Measurement before = reported.measurement();
    Measurement after = again.record().measurement();
    double score = scores(before, after);
    double area = Math.abs(before.areaShare() - after.areaShare());
    Agreement scores = of(score, tolerance.score());
    Agreement maps;
    String mapFigures;
    if (map != null) {
      double largest = largestDifference(map, again.heatmap().map());
      maps = of(largest, tolerance.map());
      mapFigures = "map %s (largest difference %s)".formatted(maps.words(), number(largest));
    } else {
      boolean same =
          before.areaShare() == after.areaShare()
              && before.peak() == after.peak()
              && before.regions().equals(after.regions());
      maps =
          same
              ? Agreement.EXACT
              : Math.abs(before.peak() - after.peak()) <= tolerance.map()
                      && area <= tolerance.area()
                  ? Agreement.WITHIN_TOLERANCE
                  : Agreement.DIFFERENT;
      mapFigures = "what was measured on the map %s".formatted(maps.words());
    }
    boolean sameOutcome =
        reported.verdict().outcome() == again.record().verdict().outcome()
            && area <= tolerance.area();
    Agreement worst = sameOutcome ? worse(scores, maps) : Agreement.DIFFERENT;
    return new Comparison(
        item,
        worst,
        scores,
        maps,
        "score %s (%s, now %s); %s; marked area %s, now %s; %s, now %s"
            .formatted(
                scores.words(),
                number(before.score()),
                number(after.score()),
                mapFigures,
                percent(before.areaShare()),
                percent(after.areaShare()),
                reported.verdict().outcome().words(),
                again.record().verdict().outcome().words()));
  }

  private static double scores(Measurement before, Measurement after) {
    if (before.inputs().size() != after.inputs().size()) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = Math.abs(before.score() - after.score());
    for (int i = 0; i < before.inputs().size(); i++) {
      InputScore one = before.inputs().get(i);
      InputScore other = after.inputs().get(i);
      largest = Math.max(largest, Math.abs(one.score() - other.score()));
      if (one.realLogit() != other.realLogit() || one.fakeLogit() != other.fakeLogit()) {
        // Equal scores of unequal logits are not exact.
        largest = Math.max(largest, Double.MIN_VALUE);
      }
    }
    return largest;
  }

  private static double largestDifference(FloatMap one, FloatMap other) {
    if (one.width() != other.width() || one.height() != other.height()) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (int i = 0; i < one.values().length; i++) {
      largest = Math.max(largest, Math.abs(one.values()[i] - other.values()[i]));
    }
    return largest;
  }

  private static Agreement of(double difference, double tolerance) {
    return difference == 0
        ? Agreement.EXACT
        : difference <= tolerance ? Agreement.WITHIN_TOLERANCE : Agreement.DIFFERENT;
  }

  private static Agreement worse(Agreement one, Agreement other) {
    return one.ordinal() > other.ordinal() ? one : other;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f %%", share * 100);
  }
}
