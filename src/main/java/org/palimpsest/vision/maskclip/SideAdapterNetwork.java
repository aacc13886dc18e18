package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.palimpsest.vision.nn.Linear;
import org.palimpsest.vision.nn.Scope;
import org.palimpsest.vision.nn.Weights;

/**
 * The localization branch (keys {@code aggregator}): MAE encoder, CLIP's features fused in by VCA,
 * mask decoder. B images, G grid, C width.
 */
final class SideAdapterNetwork {
  private final MaskClipConfig config;
  private final Build build;
  private final MaeEncoder mae;
  private final Map<Integer, VisualCrossAttention> fusion = new LinkedHashMap<>();
  private final Linear textProjection;
  private final MaskDecoder decoder;

  SideAdapterNetwork(MaskClipConfig config, Weights weights, Build build) {
    this.config = config;
    this.build = build;
    this.mae = new MaeEncoder(config, weights.under("vit_model"), build);
    for (int block : config.fusedBlocks()) {
      Weights layer = weights.under("fusion_layers.layer_" + block);
      fusion.put(block, new VisualCrossAttention(config, block, layer, build));
    }
    this.textProjection = Linear.of(weights.under("text_projection"));
    this.decoder = new MaskDecoder(config, weights.under("mask_decoder"), build);
  }

  /**
   * @param image [B, 3, imageSize, imageSize]
   * @param energies of the stem, per token, if there is one
   * @param clip patch features of the selected CLIP layers, each [B, D, g, g]
   * @param fakeText [1, E]
   * @return mask logits [B, 1, 4G, 4G]
   */
  NDArray forward(NDArray image, @Nullable NDArray energies, List<NDArray> clip, NDArray fakeText) {
    NDArray x = Scope.of(() -> mae.tokens(image, energies)); // [B, G, G, C]
    for (int i = 0; i < mae.blocks().size(); i++) {
      int block = i;
      NDArray input = x;
      NDArray output = Scope.of(() -> mae.blocks().get(block).forward(input));
      build.probe().saw("mae.block_out." + block, output);
      VisualCrossAttention vca = fusion.get(block);
      if (vca == null) {
        x = output;
      } else {
        NDArray guide = clip.get(config.fusedBlocks().indexOf(block));
        x = Scope.of(() -> output.add(vca.forward(output, guide)));
      }
    }
    NDArray grid = x.transpose(0, 3, 1, 2); // [B, C, G, G]
    build.probe().saw("dec.input", grid);
    NDArray text = build.half() ? build.torch().toBfloat16(fakeText) : fakeText;
    NDArray projected = textProjection.forward(text);
    return Scope.of(() -> decoder.forward(grid, projected));
  }
}
