package org.palimpsest.vision.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import org.jspecify.annotations.Nullable;

/** Two-dimensional convolution: [B, C, H, W] → [B, O, H', W'], zero padding. */
public final class Conv {
  private static final Shape ONE = new Shape(1, 1);

  private final NDArray weight;
  private final @Nullable NDArray bias;
  private final Shape stride;
  private final Shape padding;

  private Conv(NDArray weight, @Nullable NDArray bias, int stride, int padding) {
    this.weight = weight;
    this.bias = bias;
    this.stride = new Shape(stride, stride);
    this.padding = new Shape(padding, padding);
  }

  public static Conv of(Weights weights, int stride, int padding) {
    return new Conv(weights.get("weight"), weights.get("bias"), stride, padding);
  }

  public static Conv withoutBias(NDArray weight, int stride, int padding) {
    return new Conv(weight, null, stride, padding);
  }

  public NDArray forward(NDArray x) {
    return Conv2d.conv2d(x, weight, bias, stride, padding, ONE, 1).singletonOrThrow();
  }
}
