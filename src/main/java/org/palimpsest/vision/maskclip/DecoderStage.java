package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import org.palimpsest.vision.nn.Activations;
import org.palimpsest.vision.nn.Conv;
import org.palimpsest.vision.nn.LayerNorm;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/** One scale of the decoder's feature pyramid (keys {@code stages.N}): 4×, 2×, 1× or ½×. */
final class DecoderStage {
  private static final Shape TWO = new Shape(2, 2);

  private final Torch torch;
  private final int index;
  private final Weights weights;
  private final Conv reduce;
  private final LayerNorm reduceNorm;
  private final Conv smooth;
  private final LayerNorm smoothNorm;

  DecoderStage(int index, Weights weights, Torch torch) {
    this.torch = torch;
    this.index = index;
    this.weights = weights;
    int common =
        switch (index) {
          case 0 -> 4;
          case 1, 3 -> 1;
          case 2 -> 0;
          default -> throw new IllegalArgumentException("The pyramid has no stage " + index);
        };
    this.reduce = Conv.of(weights.under(Integer.toString(common)), 1, 0);
    this.reduceNorm = new LayerNorm(weights.under(Integer.toString(common + 1)), 1e-6f);
    this.smooth = Conv.of(weights.under(Integer.toString(common + 2)), 1, 1);
    this.smoothNorm = new LayerNorm(weights.under(Integer.toString(common + 3)), 1e-6f);
  }

  /** [B, C, G, G] → [B, D, sG, sG], s the stage's scale. */
  NDArray forward(NDArray x) {
    NDArray reduced = reduceNorm.overChannels(reduce.forward(scaled(x)));
    return smoothNorm.overChannels(smooth.forward(reduced));
  }

  private NDArray scaled(NDArray x) {
    return switch (index) {
      case 0 -> {
        NDArray doubled = deconvolve(x, "0");
        NDArray normed = new LayerNorm(weights.under("1"), 1e-6f).overChannels(doubled);
        yield deconvolve(Activations.gelu(normed), "3");
      }
      case 1 -> deconvolve(x, "0");
      case 2 -> x;
      default -> Pool.maxPool2d(x, TWO, TWO, new Shape(0, 0), false);
    };
  }

  private NDArray deconvolve(NDArray x, String layer) {
    return torch.deconvolve2(x, weights.get(layer + ".weight"), weights.get(layer + ".bias"));
  }
}
