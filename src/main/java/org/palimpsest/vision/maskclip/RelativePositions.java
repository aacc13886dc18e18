package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/**
 * Attention on a square grid with decomposed relative positions: scores = q kᵀ/√d + q·Rh[row
 * distance] + q·Rw[column distance] (keys {@code rel_pos_h}, {@code rel_pos_w}; the relative terms
 * take the unscaled q).
 *
 * <p>Letters: B images or windows, H heads, S side of the grid, N = S² tokens, d head width.
 */
final class RelativePositions {
  private final Build build;
  private final int side;
  private final NDArray tableH;
  private final NDArray tableW;
  private final NDArray distances;
  private final NDArray oneHot;

  RelativePositions(int side, Weights weights, Build build) {
    this.build = build;
    this.side = side;
    this.tableH = weights.get("rel_pos_h"); // [2S-1, d]
    this.tableW = weights.get("rel_pos_w");
    if (tableH.getShape().get(0) != 2L * side - 1) {
      throw new IllegalArgumentException(
          "rel_pos_h has %d rows; a grid of %d needs %d"
              .formatted(tableH.getShape().get(0), side, 2 * side - 1));
    }
    NDManager manager = tableH.getManager();
    long[] index = new long[side * side];
    for (int q = 0; q < side; q++) {
      for (int k = 0; k < side; k++) {
        index[q * side + k] = q - k + side - 1;
      }
    }
    this.distances = Torch.owned(manager.create(index));
    this.oneHot = oneHot(manager, tableH);
  }

  /** For key (y, x) a one at column y and a one at column S + x: [1, 1, N, 2S]. */
  private NDArray oneHot(NDManager manager, NDArray like) {
    float[] values = new float[side * side * 2 * side];
    for (int token = 0; token < side * side; token++) {
      values[token * 2 * side + token / side] = 1;
      values[token * 2 * side + side + token % side] = 1;
    }
    NDArray ones =
        Torch.owned(manager.create(values, new Shape(1, 1, (long) side * side, 2L * side)));
    return like.getDataType() == DataType.FLOAT32 ? ones : build.torch().toBfloat16(ones);
  }

  /** q, k, v [B, H, N, d] → [B, H, N, d]. */
  NDArray attend(NDArray q, NDArray k, NDArray v) {
    long batch = q.getShape().get(0);
    long heads = q.getShape().get(1);
    long width = q.getShape().get(3);
    NDArray grid = q.reshape(batch * heads, side, side, width); // [BH, S, S, d]
    NDArray relH = grid.matMul(table(tableH)); // [BH, S, S, S]: query row, query column, key row
    NDArray relW =
        grid.transpose(0, 2, 1, 3).matMul(table(tableW)).transpose(0, 2, 1, 3); // ..., key column
    NDArray scaled = build.torch().scaled(q, 1 / Math.sqrt(width));
    return build.saving() ? folded(scaled, k, v, relH, relW) : plain(scaled, k, v, relH, relW);
  }

  /** Rows by distance, as the right factor of a product: [S, d, S]. */
  private NDArray table(NDArray rows) {
    return build.torch().rows(rows, distances).reshape(side, side, -1).transpose(0, 2, 1);
  }

  /**
   * The relative terms are themselves dot products, of [relH, relW] with the key's one-hot place:
   * appended to q and k they need no N×N bias.
   */
  private NDArray folded(NDArray scaled, NDArray k, NDArray v, NDArray relH, NDArray relW) {
    long batch = k.getShape().get(0);
    long heads = k.getShape().get(1);
    long tokens = k.getShape().get(2);
    long width = k.getShape().get(3);
    NDArray relative = relH.concat(relW, 3).reshape(batch, heads, tokens, 2L * side);
    NDArray query = scaled.concat(relative, 3);
    NDArray places = oneHot.broadcast(new Shape(batch, heads, tokens, 2L * side));
    // Fused kernels want one width for q, k and v.
    NDArray value = v.pad(new Shape(0, 2L * side), 0);
    NDArray mixed = build.torch().attendUnscaled(query, k.concat(places, 3), value);
    return mixed.split(new long[] {width}, 3).get(0);
  }

  private NDArray plain(NDArray scaled, NDArray k, NDArray v, NDArray relH, NDArray relW) {
    long batch = k.getShape().get(0);
    long heads = k.getShape().get(1);
    long tokens = k.getShape().get(2);
    NDArray bias =
        relH.reshape(batch * heads, tokens, side, 1)
            .add(relW.reshape(batch * heads, tokens, 1, side))
            .reshape(batch, heads, tokens, tokens);
    return scaled.matMul(k.transpose(0, 1, 3, 2)).add(bias).softmax(-1).matMul(v);
  }
}
