package org.palimpsest.vision.nn;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** x Wᵀ + b over the last dimension: [..., in] → [..., out]. */
public final class Linear {
  private final NDArray weight;
  private final @Nullable NDArray bias;

  private Linear(NDArray weight, @Nullable NDArray bias) {
    this.weight = weight;
    this.bias = bias;
  }

  /** From keys {@code .weight} [out, in] and {@code .bias} [out]. */
  public static Linear of(Weights weights) {
    return new Linear(weights.get("weight"), weights.get("bias"));
  }

  public static Linear withoutBias(Weights weights) {
    return new Linear(weights.get("weight"), null);
  }

  /** From tensors that are not named {@code weight} and {@code bias}. */
  public static Linear of(NDArray weight, NDArray bias) {
    return new Linear(weight, bias);
  }

  public NDArray forward(NDArray x) {
    return ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
  }
}
