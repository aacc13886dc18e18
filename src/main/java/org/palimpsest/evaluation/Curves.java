package org.palimpsest.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lines that the page draws.
 *
 * @param pixelRoc ROC over pixels, one line for each resaving
 * @param precisionRecall precision against recall over pixels, one line for each resaving
 * @param f1 mean F1 against the map threshold, one line for each resaving
 * @param imageRoc ROC over pictures as they came, one line for each statistic
 */
public record Curves(
    List<Curve> pixelRoc, List<Curve> precisionRecall, List<Curve> f1, List<Curve> imageRoc) {
  static Curves of(Evaluation evaluation, @Nullable AreaRule rule) {
    List<Curve> pixelRoc = new ArrayList<>();
    List<Curve> precisionRecall = new ArrayList<>();
    List<Curve> f1 = new ArrayList<>();
    for (Resaving resaving : Resaving.values()) {
      List<Measured> pictures = Evaluation.only(evaluation.edited(), resaving);
      Curve.pixelRoc(resaving.words(), pictures).ifPresent(pixelRoc::add);
      Curve.precisionRecall(resaving.words(), pictures).ifPresent(precisionRecall::add);
      Curve.f1(resaving.words(), pictures).ifPresent(f1::add);
    }
    return new Curves(pixelRoc, precisionRecall, f1, imageRoc(evaluation, rule));
  }

  private static List<Curve> imageRoc(Evaluation evaluation, @Nullable AreaRule rule) {
    List<Measured> fakes = new ArrayList<>(Evaluation.only(evaluation.edited(), Resaving.AS_IS));
    fakes.addAll(Evaluation.only(evaluation.fake(), Resaving.AS_IS));
    List<Measured> originals = Evaluation.only(evaluation.authentic(), Resaving.AS_IS);
    List<Curve> curves = new ArrayList<>();
    Curve.imageRoc("class score", scores(fakes), scores(originals)).ifPresent(curves::add);
    if (rule != null) {
      Curve.imageRoc(
              String.format(Locale.ROOT, "area above %.2f", rule.mapThreshold()),
              rule.statistics(fakes),
              rule.statistics(originals))
          .ifPresent(curves::add);
    }
    return curves;
  }

  private static double[] scores(List<Measured> pictures) {
    return pictures.stream().mapToDouble(Measured::score).toArray();
  }
}
