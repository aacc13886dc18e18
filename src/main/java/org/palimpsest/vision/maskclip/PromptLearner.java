package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/**
 * The two learned prompts, "... an image." with ten free vectors each: negative (real) and positive
 * (fake). Keys {@code prompt_learner.ctx_neg}, {@code prompt_learner.ctx_pos}.
 */
final class PromptLearner {
  private final MaskClipConfig.ClipText config;
  private final Build build;
  private final NDArray negative;
  private final NDArray positive;
  private final NDArray embedding;

  PromptLearner(MaskClipConfig.ClipText config, Weights weights, Build build) {
    this.config = config;
    this.build = build;
    this.negative = weights.get("prompt_learner.ctx_neg"); // [1, M, C]
    this.positive = weights.get("prompt_learner.ctx_pos");
    this.embedding = weights.get("clip.token_embedding.weight"); // [vocabulary, C]
  }

  /** Embedded prompts [2, T, C], or as published [4, 77, C] (each prompt twice, zero padded). */
  NDArray forward() {
    int length = build.saving() ? config.tokens().size() : config.contextLength();
    long[] ids = new long[length];
    for (int i = 0; i < config.tokens().size(); i++) {
      ids[i] = config.tokens().get(i);
    }
    Torch torch = build.torch();
    NDArray tokens =
        torch
            .rows(embedding, Torch.owned(embedding.getManager().create(ids)))
            .reshape(1, length, -1);
    // The first token, the free vectors in place of the next M, the rest.
    NDList parts = tokens.split(new long[] {1, 1 + config.contextVectors()}, 1);
    NDArray neg = parts.get(0).concat(negative, 1).concat(parts.get(2), 1);
    NDArray pos = parts.get(0).concat(positive, 1).concat(parts.get(2), 1);
    NDArray both = neg.concat(pos, 0);
    return build.saving() ? both : neg.concat(neg, 0).concat(pos, 0).concat(pos, 0);
  }
}
