package org.palimpsest.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.palimpsest.evaluation.Estimate.Interval;

/**
 * Percentile intervals by resampling pictures with replacement (Efron and Tibshirani, An
 * Introduction to the Bootstrap, 1993, ch. 13). Every figure starts from the same seed, so it does
 * not depend on which others were asked for. Pictures are taken as independent; those of one camera
 * or one generator are not, so the true spread is wider.
 *
 * @param seed start of the random numbers
 * @param resamples how many times the pictures are drawn anew
 */
public record Bootstrap(long seed, int resamples) {
  /** What the program uses unless told otherwise. */
  public static final Bootstrap STANDARD = new Bootstrap(1, 2000);

  /** Fewer pictures than this carry no interval. */
  private static final int FEWEST = 3;

  /** Pictures drawn in all for one figure at most: large sets need fewer resamples. */
  private static final long MOST_DRAWS = 20_000_000;

  private static final int FEWEST_RESAMPLES = 200;

  /** A figure of two samples; empty where a drawn sample does not have it. */
  public interface OfTwo {
    /**
     * The figure of the samples with these indexes.
     *
     * @param first indexes into the first sample
     * @param second indexes into the second sample
     */
    OptionalDouble of(int[] first, int[] second);
  }

  /** The mean of at least one value. */
  public Estimate mean(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    if (values.length < FEWEST) {
      return new Estimate(mean, null, values.length);
    }
    double[] drawn = means(values);
    return new Estimate(
        mean, new Interval(quantile(drawn, 0.025), quantile(drawn, 0.975)), values.length);
  }

  /** The value that the mean of these values exceeds with 95 % confidence, one-sided. */
  public OptionalDouble lowerBound95(double[] values) {
    return values.length < FEWEST
        ? OptionalDouble.empty()
        : OptionalDouble.of(quantile(means(values), 0.05));
  }

  private double[] means(double[] values) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = new double[resamplesFor(values.length)];
    for (int i = 0; i < drawn.length; i++) {
      double sum = 0;
      for (int j = 0; j < values.length; j++) {
        sum += values[random.nextInt(values.length)];
      }
      drawn[i] = sum / values.length;
    }
    Arrays.sort(drawn);
    return drawn;
  }

  /** A figure of two samples, each drawn anew by itself; empty where the samples do not have it. */
  public Optional<Estimate> ofTwo(int first, int second, OfTwo figure) {
    OptionalDouble value = figure.of(identity(first), identity(second));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = new double[resamplesFor(first + second)];
    int count = 0;
    for (int i = 0; i < drawn.length; i++) {
      OptionalDouble one = figure.of(draw(first, random), draw(second, random));
      if (one.isPresent()) {
        drawn[count++] = one.getAsDouble();
      }
    }
    int n = first + second;
    if (n < FEWEST || 2 * count < drawn.length) {
      return Optional.of(new Estimate(value.getAsDouble(), null, n));
    }
    double[] sorted = Arrays.copyOf(drawn, count);
    Arrays.sort(sorted);
    return Optional.of(
        new Estimate(
            value.getAsDouble(),
            new Interval(quantile(sorted, 0.025), quantile(sorted, 0.975)),
            n));
  }

  private int resamplesFor(int pictures) {
    return Math.clamp(
        MOST_DRAWS / Math.max(1, pictures), Math.min(resamples, FEWEST_RESAMPLES), resamples);
  }

  private static int[] identity(int count) {
    int[] indexes = new int[count];
    Arrays.setAll(indexes, i -> i);
    return indexes;
  }

  private static int[] draw(int count, SplittableRandom random) {
    int[] indexes = new int[count];
    for (int i = 0; i < count; i++) {
      indexes[i] = random.nextInt(count);
    }
    return indexes;
  }

  /** Linear between neighbours, as most programs compute it. */
  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
