package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import org.palimpsest.vision.nn.Attention;
import org.palimpsest.vision.nn.Conv;
import org.palimpsest.vision.nn.LayerNorm;
import org.palimpsest.vision.nn.Linear;
import org.palimpsest.vision.nn.Weights;

/**
 * Visual cross-attention (VCA): CLIP's patches ask, the MAE tokens answer; keys {@code
 * fusion_layers.layer_b}. B images, G grid, C width, D width of CLIP.
 */
final class VisualCrossAttention {
  private final Build build;
  private final String name;
  private final int grid;
  private final Conv adjust;
  private final LayerNorm adjustNorm;
  private final Linear query;
  private final Linear key;
  private final Linear value;
  private final Linear output;
  private final LayerNorm outputNorm;
  private final Attention attention;

  VisualCrossAttention(MaskClipConfig config, int block, Weights weights, Build build) {
    this.build = build;
    this.name = "vca.layer_" + block;
    this.grid = config.grid();
    this.adjust = Conv.of(weights.under("channel_adjust.0"), 1, 0);
    this.adjustNorm = new LayerNorm(weights.under("channel_adjust.1"), 1e-6f);
    this.query = Linear.of(weights.under("query_proj"));
    this.key = Linear.of(weights.under("key_proj"));
    this.value = Linear.of(weights.under("value_proj"));
    this.output = Linear.of(weights.under("output_proj.0"));
    this.outputNorm = new LayerNorm(weights.under("output_proj.1"), 1e-5f);
    this.attention = new Attention(build.torch(), config.fusionHeads(), build.saving());
  }

  /**
   * @param tokens [B, G, G, C]
   * @param clip CLIP's patch features [B, D, g, g]
   * @return what is added to the tokens, [B, G, G, C]
   */
  NDArray forward(NDArray tokens, NDArray clip) {
    long batch = tokens.getShape().get(0);
    long count = (long) grid * grid;
    NDArray guide = adjustNorm.overChannels(resizedAndAdjusted(clip)); // [B, C, G, G]
    build.probe().saw(name + ".channel_adjust", guide);
    NDArray asking = guide.transpose(0, 2, 3, 1).reshape(batch, count, -1); // [B, N, C]
    NDArray raw = tokens.reshape(batch, count, -1);
    NDArray mixed = attention.forward(query.forward(asking), key.forward(raw), value.forward(raw));
    NDArray fused = outputNorm.forward(output.forward(mixed)).reshape(tokens.getShape());
    build.probe().saw(name + ".out", fused);
    return fused;
  }

  /** A 1×1 convolution commutes with resampling (whose weights sum to one), bias included. */
  private NDArray resizedAndAdjusted(NDArray clip) {
    return build.saving()
        ? build.torch().bilinear(adjust.forward(clip), grid, grid)
        : adjust.forward(build.torch().bilinear(clip, grid, grid));
  }
}
