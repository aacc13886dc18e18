package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.palimpsest.vision.nn.Attention;
import org.palimpsest.vision.nn.LayerNorm;
import org.palimpsest.vision.nn.Linear;
import org.palimpsest.vision.nn.Weights;

/**
 * Visual self-attention (VSA) over the class tokens of the selected CLIP layers; keys {@code
 * cls_aggregator}.
 */
final class ClsAttentionAggregator {
  private static final float DROPOUT = 0.1f;

  private final Build build;
  private final Attention attention;
  private final Linear inProj;
  private final Linear outProj;
  private final LayerNorm norm;
  private final Linear projector;

  ClsAttentionAggregator(int heads, Weights weights, Build build) {
    this.build = build;
    this.attention = new Attention(build.torch(), heads, build.saving());
    Weights layer = weights.under("layers.0");
    this.inProj =
        Linear.of(
            layer.get("multihead_attn.in_proj_weight"), layer.get("multihead_attn.in_proj_bias"));
    this.outProj = Linear.of(layer.under("multihead_attn.out_proj"));
    this.norm = new LayerNorm(layer.under("layer_norm"), 1e-5f);
    this.projector = Linear.withoutBias(weights.under("projector.0"));
  }

  /** Class tokens [B, L, C] → image feature [B, embedDim]. */
  NDArray forward(NDArray tokens) {
    NDList qkv = inProj.forward(tokens).split(3, 2);
    NDArray mixed = outProj.forward(attention.forward(qkv.get(0), qkv.get(1), qkv.get(2)));
    NDArray x = norm.forward(build.noise().dropout(mixed, DROPOUT).add(tokens)); // [B, L, C]
    return projector.forward(x.mean(new int[] {1}));
  }
}
