package org.palimpsest.vision.nn;

import ai.djl.ndarray.NDArray;

/** Multi-head attention between projected tokens. */
public final class Attention {
  private final Torch torch;
  private final int heads;
  private final boolean fused;

  /**
   * @param fused one kernel instead of product, softmax, product; the same result up to rounding
   */
  public Attention(Torch torch, int heads, boolean fused) {
    this.torch = torch;
    this.heads = heads;
    this.fused = fused;
  }

  /** q [B, N, C], k and v [B, M, C] → [B, N, C]; scale 1/√(C/heads). */
  public NDArray forward(NDArray q, NDArray k, NDArray v) {
    NDArray qh = split(q);
    NDArray kh = split(k);
    NDArray vh = split(v);
    return merge(fused ? torch.attend(qh, kh, vh) : plain(qh, kh, vh));
  }

  /** As {@link #forward}, a query seeing no later key. */
  public NDArray causal(NDArray q, NDArray k, NDArray v) {
    return merge(torch.attendCausal(split(q), split(k), split(v)));
  }

  /** [B, N, C] → [B, heads, N, C/heads]. */
  public NDArray split(NDArray x) {
    long batch = x.getShape().get(0);
    long tokens = x.getShape().get(1);
    long width = x.getShape().get(2) / heads;
    return x.reshape(batch, tokens, heads, width).transpose(0, 2, 1, 3);
  }

  /** [B, heads, N, d] → [B, N, heads · d]. */
  public static NDArray merge(NDArray x) {
    long batch = x.getShape().get(0);
    long tokens = x.getShape().get(2);
    return x.transpose(0, 2, 1, 3).reshape(batch, tokens, -1);
  }

  private NDArray plain(NDArray q, NDArray k, NDArray v) {
    double scale = 1 / Math.sqrt((double) q.getShape().get(3));
    NDArray scores = torch.scaled(q, scale).matMul(k.transpose(0, 1, 3, 2));
    return scores.softmax(-1).matMul(v);
  }
}
