package org.palimpsest.vision.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Layer normalization over channels, biased variance, epsilon inside the square root. */
public final class LayerNorm {
  private final NDArray weight;
  private final NDArray bias;
  private final float epsilon;

  public LayerNorm(Weights weights, float epsilon) {
    this.weight = weights.get("weight");
    this.bias = weights.get("bias");
    this.epsilon = epsilon;
  }

  /** [..., C] → [..., C]. */
  public NDArray forward(NDArray x) {
    Shape channels = weight.getShape();
    return ai.djl.nn.norm.LayerNorm.layerNorm(x, channels, weight, bias, epsilon)
        .singletonOrThrow();
  }

  /** [B, C, H, W] → [B, C, H, W], normalized over C at every pixel. */
  public NDArray overChannels(NDArray x) {
    return forward(x.transpose(0, 2, 3, 1)).transpose(0, 3, 1, 2);
  }
}
