package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import org.palimpsest.vision.nn.Activations;
import org.palimpsest.vision.nn.Attention;
import org.palimpsest.vision.nn.LayerNorm;
import org.palimpsest.vision.nn.Linear;
import org.palimpsest.vision.nn.Weights;

/**
 * One block of the MAE encoder (keys {@code blocks.N}), pre-norm, attention global or in windows.
 *
 * <p>Letters: B images, G side of the token grid, W side of a window, P windows along a side, C
 * width.
 */
final class MaeBlock {
  private final Build build;
  private final String name;
  private final int grid;
  private final int side;
  private final float dropPath;
  private final LayerNorm norm1;
  private final LayerNorm norm2;
  private final Linear qkv;
  private final Linear proj;
  private final Linear fc1;
  private final Linear fc2;
  private final Attention attention;
  private final RelativePositions positions;

  /**
   * @param side side of the attention: the window, or the grid for global attention
   */
  MaeBlock(MaskClipConfig config, int index, int side, Weights weights, Build build) {
    this.build = build;
    this.name = "mae.attn_out." + index;
    this.grid = config.grid();
    this.side = side;
    int depth = config.mae().depth();
    this.dropPath = depth == 1 ? 0 : config.mae().dropPath() * index / (depth - 1);
    this.norm1 = new LayerNorm(weights.under("norm1"), 1e-6f);
    this.norm2 = new LayerNorm(weights.under("norm2"), 1e-6f);
    this.qkv = Linear.of(weights.under("attn.qkv"));
    this.proj = Linear.of(weights.under("attn.proj"));
    this.fc1 = Linear.of(weights.under("mlp.fc1"));
    this.fc2 = Linear.of(weights.under("mlp.fc2"));
    this.attention = new Attention(build.torch(), config.mae().heads(), build.saving());
    this.positions = new RelativePositions(side, weights.under("attn"), build);
  }

  /** [B, G, G, C] → [B, G, G, C]. */
  NDArray forward(NDArray x) {
    NDArray normed = norm1.forward(x);
    NDArray mixed = side == grid ? attend(normed) : attendInWindows(normed);
    NDArray residual = x.add(build.noise().dropPath(mixed, dropPath));
    NDArray mlp = fc2.forward(Activations.gelu(fc1.forward(norm2.forward(residual))));
    return residual.add(build.noise().dropPath(mlp, dropPath));
  }

  /** [B, S, S, C] → [B, S, S, C]. */
  private NDArray attend(NDArray x) {
    long batch = x.getShape().get(0);
    NDList parts = qkv.forward(x.reshape(batch, (long) side * side, -1)).split(3, 2);
    NDArray mixed =
        positions.attend(
            attention.split(parts.get(0)),
            attention.split(parts.get(1)),
            attention.split(parts.get(2)));
    NDArray out = proj.forward(Attention.merge(mixed)).reshape(batch, side, side, -1);
    build.probe().saw(name, out);
    return out;
  }

  /**
   * Windows over the grid padded with zeros at the bottom and right; padded tokens take part in the
   * softmax, as published.
   */
  private NDArray attendInWindows(NDArray x) {
    long batch = x.getShape().get(0);
    long width = x.getShape().get(3);
    int per = (grid + side - 1) / side;
    int padded = per * side;
    NDArray all = padded == grid ? x : x.pad(padding(padded - grid), 0); // [B, PW, PW, C]
    NDArray windows =
        all.reshape(batch, per, side, per, side, width)
            .transpose(0, 1, 3, 2, 4, 5)
            .reshape(batch * per * per, side, side, width); // [BPP, W, W, C]
    NDArray mixed =
        attend(windows)
            .reshape(batch, per, per, side, side, width)
            .transpose(0, 1, 3, 2, 4, 5)
            .reshape(batch, padded, padded, width);
    if (padded == grid) {
      return mixed;
    }
    return mixed.split(new long[] {grid}, 1).get(0).split(new long[] {grid}, 2).get(0);
  }

  /** Left and right of the last dimension first, as libtorch counts. */
  private static Shape padding(int after) {
    return new Shape(0, 0, 0, after, 0, after);
  }
}
