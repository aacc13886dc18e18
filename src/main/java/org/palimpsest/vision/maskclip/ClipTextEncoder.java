package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.vision.nn.Attention;
import org.palimpsest.vision.nn.LayerNorm;
import org.palimpsest.vision.nn.Scope;
import org.palimpsest.vision.nn.Weights;

/** CLIP's text tower (keys {@code clip.}, without {@code visual}). T tokens, C width. */
final class ClipTextEncoder {
  private final Build build;
  private final int end;
  private final NDArray positions;
  private final List<ClipBlock> blocks = new ArrayList<>();
  private final LayerNorm lnFinal;
  private final NDArray projection;

  ClipTextEncoder(MaskClipConfig.ClipText config, Weights weights, Build build) {
    this.build = build;
    this.end = config.tokens().size() - 1;
    Attention attention = new Attention(build.torch(), config.heads(), build.saving());
    for (int i = 0; i < config.layers(); i++) {
      blocks.add(
          new ClipBlock(
              weights.under("transformer.resblocks." + i), attention, true, build.torch()));
    }
    this.positions = weights.get("positional_embedding");
    this.lnFinal = new LayerNorm(weights.under("ln_final"), 1e-5f);
    this.projection = weights.get("text_projection");
  }

  /**
   * Unit-length text features.
   *
   * @param embedded token embeddings [S, T, C]; T may stop at the end-of-text token, since the mask
   *     is causal and nothing later can matter
   * @return [S, embedDim]
   */
  NDArray forward(NDArray embedded) {
    long tokens = embedded.getShape().get(1);
    NDArray x = embedded.add(positions.split(new long[] {tokens}, 0).get(0));
    for (ClipBlock block : blocks) {
      NDArray input = x;
      x =
          Scope.of(
              () -> {
                NDArray residual = block.attend(input);
                return block.output(residual, block.feature(residual));
              });
    }
    NDArray last = build.torch().token(lnFinal.forward(x), end); // [S, C]
    build.probe().saw("text.ln_final_eot", last);
    NDArray features = last.matMul(projection);
    return features.div(features.square().sum(new int[] {1}, true).sqrt());
  }
}
