package org.palimpsest.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

/**
 * Examines variants of one exhibit under the exhibit's own conditions and compares. Called by the
 * command line and by the window; asks between two passes of the network whether to go on.
 */
public final class RobustnessCheck {
  private final Detector detector;
  private final Conditions conditions;
  private final VerdictRule rule;

  /**
   * Checks under the same conditions as examinations.
   *
   * @param detector the loaded model that the conditions name
   */
  public RobustnessCheck(Detector detector, Conditions conditions, VerdictRule rule) {
    this.detector = detector;
    this.conditions = conditions;
    this.rule = rule;
  }

  /**
   * Tries every variation that the exhibit is large enough for.
   *
   * @return empty when cancelled
   * @throws PredictionException when the model gives no usable answer to a variant
   */
  public Optional<Robustness> run(Examined original, Progress progress) throws PredictionException {
    List<VariantResult> results = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    Variation[] variations = Variation.values();
    for (int i = 0; i < variations.length; i++) {
      Variation variation = variations[i];
      progress.report(
          i,
          variations.length,
          "%s, %s".formatted(original.record().file().name(), variation.words()));
      if (!variation.suits(original.image())) {
        skipped.add(variation.words());
        continue;
      }
      Optional<VariantResult> result = tried(original, variation, progress);
      if (result.isEmpty()) {
        return Optional.empty();
      }
      results.add(result.get());
    }
    progress.report(variations.length, variations.length, original.record().file().name());
    return Optional.of(
        new Robustness(original.record().verdict().outcome(), results, skipped, null));
  }

  private Optional<VariantResult> tried(Examined original, Variation variation, Progress progress)
      throws PredictionException {
    RgbImage image = variation.of(original.image());
    ImageInputs inputs =
        ImageInputs.of(conditions.mode(), image, conditions.inputSize(), conditions.overlap());
    float score = 0;
    for (int from = 0; from < inputs.count(); ) {
      if (progress.isCancelled()) {
        return Optional.empty();
      }
      List<RgbImage> pass = new ArrayList<>();
      while (from + pass.size() < inputs.count() && pass.size() < detector.batchSize()) {
        pass.add(inputs.input(from + pass.size()));
      }
      for (InputPrediction answer : answers(pass)) {
        inputs.accept(from, answer.map());
        score = Math.max(score, answer.score());
        from++;
      }
    }
    return Optional.of(result(original, variation, image, score, inputs.map()));
  }

  private List<InputPrediction> answers(List<RgbImage> pass) throws PredictionException {
    List<InputPrediction> answers;
    try {
      answers = detector.predict(pass);
    } catch (RuntimeException e) {
      throw PredictionException.failed(e);
    }
    for (InputPrediction answer : answers) {
      if (!OpenExamination.isUsable(answer)) {
        throw PredictionException.notANumber();
      }
    }
    return answers;
  }

  private VariantResult result(
      Examined original, Variation variation, RgbImage image, float score, FloatMap map) {
    Heatmap heatmap = Heatmap.of(map, conditions.threshold());
    // A variant that is not saved keeps the traces of the exhibit's own compression.
    boolean saved = variation.quality() > 0;
    @Nullable Integer quality = original.record().file().jpegQuality();
    if (saved) {
      quality = variation.quality();
    }
    FileFacts file = original.record().file().savedAgain(saved, quality);
    PictureFacts picture = original.record().picture().resized(image.width(), image.height());
    return new VariantResult(
        variation,
        image.width(),
        image.height(),
        score,
        heatmap.areaShare(),
        heatmap.regions().size(),
        overlap(
            original.heatmap(),
            variation.back(map, original.image().width(), original.image().height())),
        rule.verdict(file, picture, conditions.mode(), score, heatmap).outcome());
  }

  private static @Nullable Double overlap(Heatmap original, FloatMap variant) {
    long both = 0;
    long either = 0;
    float[] here = original.map().values();
    for (int i = 0; i < here.length; i++) {
      float there = variant.values()[i];
      if (there >= 0) {
        boolean marked = here[i] > original.threshold();
        boolean markedThere = there > original.threshold();
        both += marked && markedThere ? 1 : 0;
        either += marked || markedThere ? 1 : 0;
      }
    }
    return either == 0 ? null : (double) both / either;
  }
}
