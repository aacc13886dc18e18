package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.palimpsest.vision.nn.Activations;
import org.palimpsest.vision.nn.Attention;
import org.palimpsest.vision.nn.LayerNorm;
import org.palimpsest.vision.nn.Linear;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/** One residual attention block of CLIP (keys {@code resblocks.N}), pre-norm, QuickGELU. */
final class ClipBlock {
  private final LayerNorm ln1;
  private final LayerNorm ln2;
  private final Linear inProj;
  private final Linear outProj;
  private final Linear fc;
  private final Linear proj;
  private final Attention attention;
  private final boolean causal;
  private final Torch torch;

  ClipBlock(Weights weights, Attention attention, boolean causal, Torch torch) {
    this.torch = torch;
    this.ln1 = new LayerNorm(weights.under("ln_1"), 1e-5f);
    this.ln2 = new LayerNorm(weights.under("ln_2"), 1e-5f);
    this.inProj = Linear.of(weights.get("attn.in_proj_weight"), weights.get("attn.in_proj_bias"));
    this.outProj = Linear.of(weights.under("attn.out_proj"));
    this.fc = Linear.of(weights.under("mlp.c_fc"));
    this.proj = Linear.of(weights.under("mlp.c_proj"));
    this.attention = attention;
    this.causal = causal;
  }

  /** The residual after attention: [B, N, C] → [B, N, C]. */
  NDArray attend(NDArray x) {
    NDList qkv = inProj.forward(ln1.forward(x)).split(3, 2);
    NDArray mixed =
        causal
            ? attention.causal(qkv.get(0), qkv.get(1), qkv.get(2))
            : attention.forward(qkv.get(0), qkv.get(1), qkv.get(2));
    return x.add(outProj.forward(mixed));
  }

  /** What MaskCLIP calls the block's feature: ln_2 of the residual after attention. */
  NDArray feature(NDArray residual) {
    return ln2.forward(residual);
  }

  /** The block's output from its residual and its feature. */
  NDArray output(NDArray residual, NDArray feature) {
    return residual.add(proj.forward(Activations.quickGelu(fc.forward(feature), torch)));
  }
}
