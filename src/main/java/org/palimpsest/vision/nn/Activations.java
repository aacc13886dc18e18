package org.palimpsest.vision.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** The two GELUs of the network. */
public final class Activations {
  private Activations() {}

  /** x Φ(x) with the exact error function (MAE encoder, decoder). */
  public static NDArray gelu(NDArray x) {
    return Activation.gelu(x);
  }

  /** x σ(1.702 x), the approximation CLIP was trained with. */
  public static NDArray quickGelu(NDArray x, Torch torch) {
    return x.mul(Activation.sigmoid(torch.scaled(x, 1.702)));
  }
}
