package org.palimpsest.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.palimpsest.vision.nn.Activations;
import org.palimpsest.vision.nn.Conv;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/**
 * A small convolutional autoencoder: four times fewer samples a side in the latent, brought back by
 * nearest-neighbour upsampling and convolution, as the decoders of latent diffusion do. What
 * matters is not the picture but the traces of its decoder.
 *
 * <p>B images, L latent channels; sides divisible by four.
 */
final class AutoencoderNetwork {
  private static final int LATENT = 8;

  /**
   * Inputs and outputs of the 3×3 convolutions. On one processor (AMD, Zen 5) libtorch 2.7.1 gives
   * wrong sums and NaN where more than 16 inputs, or in the backward pass outputs, are no multiple
   * of 16 (decision 027); outputs beyond those needed are left unused.
   */
  private static final int[][] LAYERS = {
    {3, 32}, {32, 48}, {48, 16}, {LATENT, 48}, {48, 32}, {32, 32}, {32, 16}
  };

  private final Torch torch;
  private final Conv[] layers = new Conv[LAYERS.length];

  AutoencoderNetwork(Map<String, NDArray> parameters, Torch torch) {
    this.torch = torch;
    Weights weights = new Weights(parameters);
    for (int i = 0; i < layers.length; i++) {
      layers[i] = Conv.of(weights.under("layers." + i), i < 2 ? 2 : 1, 1);
    }
  }

  static Map<String, NDArray> initial(NDManager manager, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, NDArray> parameters = new LinkedHashMap<>();
    for (int i = 0; i < LAYERS.length; i++) {
      int in = LAYERS[i][0];
      int out = LAYERS[i][1];
      float[] weight = new float[out * in * 9];
      for (int j = 0; j < weight.length; j++) {
        weight[j] = (float) (random.nextGaussian() * Math.sqrt(1.6 / (in * 9)));
      }
      parameters.put(
          "layers." + i + ".weight", Torch.owned(manager.create(weight, new Shape(out, in, 3, 3))));
      parameters.put("layers." + i + ".bias", manager.zeros(new Shape(out)));
    }
    return parameters;
  }

  /** [B, 3, H, W] in ±1 → [B, L, H/4, W/4]. */
  NDArray encode(NDArray x) {
    NDArray half = Activations.gelu(layers[0].forward(x));
    NDArray quarter = Activations.gelu(layers[1].forward(half));
    return first(layers[2].forward(quarter), LATENT);
  }

  /** [B, L, h, w] → [B, 3, 4h, 4w]. */
  NDArray decode(NDArray latent) {
    NDArray x = Activations.gelu(layers[3].forward(latent));
    x = Activations.gelu(layers[4].forward(doubled(x)));
    x = Activations.gelu(layers[5].forward(doubled(x)));
    return first(layers[6].forward(x), 3);
  }

  private NDArray doubled(NDArray x) {
    return torch.nearest(x, x.getShape().get(2) * 2, x.getShape().get(3) * 2);
  }

  private static NDArray first(NDArray x, int channels) {
    return x.split(new long[] {channels}, 1).get(0);
  }
}
