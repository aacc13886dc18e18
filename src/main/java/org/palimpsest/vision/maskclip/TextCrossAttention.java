package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.palimpsest.vision.nn.Attention;
import org.palimpsest.vision.nn.Linear;
import org.palimpsest.vision.nn.Weights;

/**
 * Textual-visual cross-attention (TVCA): the fake-text feature asks, all pixels answer, one vector
 * per image comes back. B images, D channels, H heads, d = D/H, N pixels.
 */
final class TextCrossAttention {
  private final Build build;
  private final int heads;
  private final Linear toQ;
  private final NDArray kvWeight;
  private final NDArray kvBias;
  private final Linear proj;

  TextCrossAttention(int heads, Weights weights, Build build) {
    this.build = build;
    this.heads = heads;
    this.toQ = Linear.of(weights.under("to_q"));
    this.kvWeight = weights.get("to_kv.weight"); // [2D, D], keys first
    this.kvBias = weights.get("to_kv.bias");
    this.proj = Linear.of(weights.under("proj"));
  }

  /** pixels [B, D, h, w], text [1, D] → [B, D]. */
  NDArray forward(NDArray pixels, NDArray text) {
    long batch = pixels.getShape().get(0);
    long dim = pixels.getShape().get(1);
    NDArray x = pixels.reshape(batch, dim, -1); // [B, D, N]
    NDArray q = toQ.forward(text); // [1, D]
    NDArray pooled = build.saving() ? folded(x, q, dim) : plain(x, q, batch, dim);
    NDArray out = proj.forward(pooled); // [B, 1, D]
    build.probe().saw("dec.cross_attention_proj", out);
    return out.reshape(batch, dim);
  }

  /**
   * With one query both projections fold: scores are x · (Wkᵀ q)/√d, and the value projection is
   * applied once to the pooled pixel. The key bias shifts all scores alike and drops out.
   */
  private NDArray folded(NDArray x, NDArray q, long dim) {
    long width = dim / heads;
    NDList kv = kvWeight.reshape(2L * heads, width, dim).split(2, 0); // each [H, d, D]
    NDArray folded = q.reshape(heads, 1, width).matMul(kv.get(0)).reshape(heads, dim);
    NDArray direction = build.torch().scaled(folded, 1 / Math.sqrt(width));
    // bfloat16 has no softmax in DJL, and the sum over all pixels wants the range of float32.
    NDArray scores = build.torch().toFloat32(direction.expandDims(0).matMul(x)); // [B, H, N]
    NDArray share = scores.softmax(-1);
    NDArray pooled =
        build.torch().toFloat32(x).matMul(share.transpose(0, 2, 1)).transpose(0, 2, 1); // [B, H, D]
    NDArray value = build.torch().toFloat32(kv.get(1)); // [H, d, D]
    NDArray mixed =
        pooled.expandDims(2).matMul(value.transpose(0, 2, 1).expandDims(0)); // [B, H, 1, d]
    NDArray bias = build.torch().toFloat32(kvBias.split(2, 0).get(1)); // [D]
    NDArray result = mixed.reshape(mixed.getShape().get(0), 1, dim).add(bias); // [B, 1, D]
    return isHalf(q) ? build.torch().toBfloat16(result) : result;
  }

  private NDArray plain(NDArray x, NDArray q, long batch, long dim) {
    NDArray pixels = x.transpose(0, 2, 1); // [B, N, D]
    NDList kv = Linear.of(kvWeight, kvBias).forward(pixels).split(2, 2);
    NDArray query = q.reshape(1, 1, dim).broadcast(batch, 1, dim);
    return new Attention(build.torch(), heads, false).forward(query, kv.get(0), kv.get(1));
  }

  private static boolean isHalf(NDArray x) {
    return x.getDataType() != ai.djl.ndarray.types.DataType.FLOAT32;
  }
}
