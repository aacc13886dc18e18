package org.palimpsest.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Detection, fake against authentic pictures, after one resaving.
 *
 * @param fakes number of fake pictures, edited ones included
 * @param authentic number of authentic pictures
 * @param f1 image F1 of OpenSDID's protocol; null when one of the kinds is missing
 * @param accuracy image accuracy of the same protocol; null likewise
 * @param scoreAuc image AUC of the class score in the model's mode; null likewise
 * @param areaAuc image AUC of the share of the map above the operating point's map threshold; null
 *     likewise, and without an operating point
 */
public record DetectionRow(
    Resaving resaving,
    int fakes,
    int authentic,
    @Nullable Estimate f1,
    @Nullable Estimate accuracy,
    @Nullable Estimate scoreAuc,
    @Nullable Estimate areaAuc) {
  static DetectionRow of(
      Evaluation evaluation, Resaving resaving, @Nullable AreaRule rule, Bootstrap bootstrap) {
    List<Measured> fakes = new ArrayList<>(Evaluation.only(evaluation.edited(), resaving));
    fakes.addAll(Evaluation.only(evaluation.fake(), resaving));
    List<Measured> originals = Evaluation.only(evaluation.authentic(), resaving);
    if (fakes.isEmpty() || originals.isEmpty()) {
      return new DetectionRow(resaving, fakes.size(), originals.size(), null, null, null, null);
    }
    Sample protocol =
        new Sample(
            statistics(fakes, Statistics.PROTOCOL), statistics(originals, Statistics.PROTOCOL));
    Sample score =
        new Sample(statistics(fakes, Statistics.SCORE), statistics(originals, Statistics.SCORE));
    return new DetectionRow(
        resaving,
        fakes.size(),
        originals.size(),
        protocol.estimate(bootstrap, (s, f) -> DetectionScores.of(s, f).f1()),
        protocol.estimate(bootstrap, (s, f) -> DetectionScores.of(s, f).accuracy()),
        score.auc(bootstrap),
        rule == null
            ? null
            : new Sample(rule.statistics(fakes), rule.statistics(originals)).auc(bootstrap));
  }

  private enum Statistics {
    PROTOCOL,
    SCORE
  }

  private static double[] statistics(List<Measured> pictures, Statistics which) {
    return pictures.stream()
        .mapToDouble(one -> which == Statistics.SCORE ? one.score() : one.protocol().score())
        .toArray();
  }

  /** A statistic of fake and authentic pictures. */
  private record Sample(double[] fake, double[] authentic) {
    private interface Score {
      double of(float[] scores, boolean[] fake);
    }

    private @Nullable Estimate auc(Bootstrap bootstrap) {
      return figure(bootstrap, RocAuc::of).orElse(null);
    }

    private @Nullable Estimate estimate(Bootstrap bootstrap, Score score) {
      return figure(bootstrap, (s, f) -> OptionalDouble.of(score.of(s, f))).orElse(null);
    }

    private Optional<Estimate> figure(
        Bootstrap bootstrap, BiFunction<float[], boolean[], OptionalDouble> figure) {
      return bootstrap.ofTwo(
          fake.length,
          authentic.length,
          (first, second) -> {
            float[] scores = new float[first.length + second.length];
            boolean[] positive = new boolean[scores.length];
            for (int i = 0; i < scores.length; i++) {
              positive[i] = i < first.length;
              scores[i] =
                  (float) (positive[i] ? fake[first[i]] : authentic[second[i - first.length]]);
            }
            return figure.apply(scores, positive);
          });
    }
  }
}
