package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import org.palimpsest.vision.nn.Scope;
import org.palimpsest.vision.nn.Weights;

/**
 * The two unit text features of a checkpoint: constants at inference, functions of the prompts in
 * training.
 */
public final class TextFeatures {
  private final PromptLearner prompts;
  private final ClipTextEncoder encoder;
  private final Build build;

  public TextFeatures(MaskClipConfig config, Weights weights, Build build) {
    this.build = build;
    this.prompts = new PromptLearner(config.clipText(), weights, build);
    this.encoder = new ClipTextEncoder(config.clipText(), weights.under("clip"), build);
  }

  /** [2, E], row 0 real (negative prompt), row 1 fake (positive prompt). */
  public NDArray forward() {
    return Scope.of(
        () -> {
          NDArray rows = encoder.forward(prompts.forward());
          NDArray features = build.saving() ? rows : meanOfTwins(rows);
          build.probe().saw("text.features_norm", features);
          return features;
        });
  }

  /** As published every prompt occurs twice and the twins are averaged: [4, E] → [2, E]. */
  private static NDArray meanOfTwins(NDArray rows) {
    NDArray means = rows.reshape(2, 2, -1).mean(new int[] {1});
    return means.div(means.square().sum(new int[] {1}, true).sqrt());
  }
}
