package org.palimpsest.training;

import ai.djl.ndarray.NDArray;
import org.palimpsest.vision.maskclip.Build;
import org.palimpsest.vision.maskclip.MaskClip;

/**
 * The losses of the released code, all means over everything: cross-entropy of the class, binary
 * cross-entropy of the map, and the map's again on the edge band, weighted.
 *
 * @param edgeWeight weight of the edge loss; 20 as released
 */
public record MaskClipLoss(float edgeWeight) {
  /** As released. */
  public static final MaskClipLoss RELEASED = new MaskClipLoss(20);

  /**
   * Scalars of one batch.
   *
   * @param edge already weighted
   * @param total their sum, on which the backward pass runs
   */
  public record Terms(NDArray classification, NDArray mask, NDArray edge, NDArray total) {}

  /**
   * @param output of the network for B images
   * @param labels int64 [B], 0 real, 1 fake
   * @param mask [B, 1, S, S], 0 or 1
   * @param edges [B, 1, S, S], 1 within the edge band
   */
  public Terms of(
      MaskClip.Output output, NDArray labels, NDArray mask, NDArray edges, Build build) {
    long size = mask.getShape().get(2);
    NDArray logits = build.torch().bilinearCorners(output.maskLogits(), size, size);
    NDArray probability = ai.djl.nn.Activation.sigmoid(logits);
    NDArray classification = build.torch().crossEntropy(output.classLogits(), labels);
    NDArray bce = build.torch().binaryCrossEntropy(probability, mask);
    NDArray band = build.torch().logitCrossEntropy(logits, mask, edges);
    NDArray edge = build.torch().scaled(band, edgeWeight);
    return new Terms(classification, bce, edge, classification.add(bce).add(edge));
  }
}
