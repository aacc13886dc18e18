package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.vision.nn.Conv;
import org.palimpsest.vision.nn.LayerNorm;
import org.palimpsest.vision.nn.Scope;
import org.palimpsest.vision.nn.Weights;

/**
 * The mask decoder (keys {@code aggregator.mask_decoder}): feature pyramid, textual-visual
 * cross-attention (TVCA), one mask logit per pixel. B images, G token grid, D decoder channels.
 */
final class MaskDecoder {
  private static final float DROPOUT = 0.1f;

  private final Build build;
  private final int side;
  private final List<DecoderStage> stages = new ArrayList<>();
  private final NDArray fuseWeight;
  private final NDArray fuseBias;
  private final TextCrossAttention crossAttention;
  private final LayerNorm norm;
  private final Conv predict;

  MaskDecoder(MaskClipConfig config, Weights weights, Build build) {
    this.build = build;
    this.side = config.grid() * 4;
    for (int i = 0; i < 4; i++) {
      stages.add(new DecoderStage(i, weights.under("stages." + i), build.torch()));
    }
    this.fuseWeight = weights.get("linear_fuse.weight"); // [D, 4D, 1, 1]
    this.fuseBias = weights.get("linear_fuse.bias");
    this.crossAttention = new TextCrossAttention(config.decoder().heads(), weights, build);
    this.norm = new LayerNorm(weights.under("norm"), 1e-6f);
    this.predict = Conv.of(weights.under("predict"), 1, 0);
  }

  /**
   * @param x [B, C, G, G]
   * @param text projected fake-text feature [1, D]
   * @return mask logits [B, 1, 4G, 4G]
   */
  NDArray forward(NDArray x, NDArray text) {
    NDArray pixels = Scope.of(() -> fused(x)); // [B, D, 4G, 4G]
    NDArray context = crossAttention.forward(pixels, text); // [B, D]
    NDArray mixed = pixels.add(context.reshape(context.getShape().add(1, 1)));
    NDArray normed = norm.overChannels(mixed);
    build.probe().saw("dec.norm", normed);
    return predict.forward(build.noise().dropout(normed, DROPOUT));
  }

  /**
   * The four scales concatenated and fused by a 1×1 convolution. It commutes with the upsampling,
   * so each scale is convolved with its share of the weights at its own size and summed.
   */
  private NDArray fused(NDArray x) {
    List<NDArray> scales = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      DecoderStage stage = stages.get(i);
      NDArray scale = Scope.of(() -> stage.forward(x));
      build.probe().saw("dec.stage." + i, scale);
      scales.add(scale);
    }
    if (!build.saving()) {
      NDArray all = scales.getFirst();
      for (NDArray scale : scales.subList(1, 4)) {
        all = all.concat(upsampled(scale), 1);
      }
      return Conv.withoutBias(fuseWeight, 1, 0).forward(all).add(channels(fuseBias));
    }
    List<NDArray> shares = fuseWeight.split(4, 1);
    NDArray sum = Conv.withoutBias(shares.getFirst(), 1, 0).forward(scales.getFirst());
    for (int i = 1; i < 4; i++) {
      sum = sum.add(upsampled(Conv.withoutBias(shares.get(i), 1, 0).forward(scales.get(i))));
    }
    return sum.add(channels(fuseBias));
  }

  private NDArray upsampled(NDArray x) {
    return build.torch().bilinear(x, side, side);
  }

  private static NDArray channels(NDArray bias) {
    return bias.reshape(1, -1, 1, 1);
  }
}
