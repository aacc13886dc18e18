package org.palimpsest.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line of a plot.
 *
 * @param name what it shows
 * @param x positions, ascending
 * @param y values, of the same number
 * @param n pictures it rests on
 */
public record Curve(String name, List<Double> x, List<Double> y, int n) {
  public Curve {
    x = List.copyOf(x);
    y = List.copyOf(y);
    if (x.size() != y.size()) {
      throw new IllegalArgumentException("%d positions, %d values".formatted(x.size(), y.size()));
    }
  }

  /**
   * The ROC curve over pixels: the mean of the pictures' true-positive rates at each false-positive
   * rate (vertical averaging), every picture counting the same.
   */
  public static Optional<Curve> pixelRoc(String name, List<Measured> pictures) {
    return mean(
        name, pictures, PixelRanking.STEPS, 0, one -> rates(one, PixelRanking::truePositiveRate));
  }

  /** The precision-recall curve over pixels, averaged over pictures at each recall. */
  public static Optional<Curve> precisionRecall(String name, List<Measured> pictures) {
    return mean(name, pictures, PixelRanking.STEPS, 0, one -> rates(one, PixelRanking::precision));
  }

  /** Mean F1 of the pictures against the map threshold. */
  public static Optional<Curve> f1(String name, List<Measured> pictures) {
    return mean(
        name,
        pictures,
        PixelRanking.STEPS,
        1,
        one -> one.localization() == null ? null : one.localization().f1());
  }

  /** The ROC curve over pictures of a statistic. */
  public static Optional<Curve> imageRoc(String name, double[] fake, double[] authentic) {
    if (fake.length == 0 || authentic.length == 0) {
      return Optional.empty();
    }
    double[] sortedFake = descending(fake);
    double[] sortedAuthentic = descending(authentic);
    List<Double> x = new ArrayList<>(List.of(0.0));
    List<Double> y = new ArrayList<>(List.of(0.0));
    int hits = 0;
    int alarms = 0;
    while (hits < fake.length || alarms < authentic.length) {
      double next =
          Math.max(
              hits < fake.length ? sortedFake[hits] : Double.NEGATIVE_INFINITY,
              alarms < authentic.length ? sortedAuthentic[alarms] : Double.NEGATIVE_INFINITY);
      while (hits < fake.length && sortedFake[hits] == next) {
        hits++;
      }
      while (alarms < authentic.length && sortedAuthentic[alarms] == next) {
        alarms++;
      }
      x.add((double) alarms / authentic.length);
      y.add((double) hits / fake.length);
    }
    return Optional.of(new Curve(name, x, y, fake.length + authentic.length));
  }

  /** The highest point; of several the first. */
  public int highest() {
    int best = 0;
    for (int i = 1; i < y.size(); i++) {
      if (y.get(i) > y.get(best)) {
        best = i;
      }
    }
    return best;
  }

  private static double[] descending(double[] values) {
    return Arrays.stream(values)
        .boxed()
        .sorted(Comparator.reverseOrder())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static float @Nullable [] rates(Measured picture, Function<PixelRanking, float[]> line) {
    return picture.localization() == null || picture.localization().ranking() == null
        ? null
        : line.apply(picture.localization().ranking());
  }

  private interface Line {
    float @Nullable [] of(Measured picture);
  }

  private static Optional<Curve> mean(
      String name, List<Measured> pictures, int steps, int first, Line line) {
    double[] sums = new double[0];
    int count = 0;
    for (Measured picture : pictures) {
      float[] values = line.of(picture);
      if (values != null) {
        sums = count == 0 ? new double[values.length] : sums;
        for (int i = 0; i < values.length; i++) {
          sums[i] += values[i];
        }
        count++;
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      x.add((double) (i + first) / steps);
      y.add(sums[i] / count);
    }
    return Optional.of(new Curve(name, x, y, count));
  }
}
