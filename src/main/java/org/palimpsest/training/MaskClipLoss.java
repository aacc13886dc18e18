package org.palimpsest.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import org.palimpsest.vision.maskclip.Build;
import org.palimpsest.vision.maskclip.MaskClip;
import org.palimpsest.vision.nn.Torch;

/**
 * The losses of the released code, all means over everything: cross-entropy of the class, binary
 * cross-entropy of the map, and the map's again on the edge band, weighted; and one of our own that
 * the released code does not have, the ranking of edited over untouched places within a picture.
 *
 * @param edgeWeight weight of the edge loss; 20 as released
 * @param rankWeight weight of the ranking loss; 0 as released
 */
public record MaskClipLoss(float edgeWeight, float rankWeight) {
  /** As released. */
  public static final MaskClipLoss RELEASED = new MaskClipLoss(20, 0);

  /** Map logits along one side of a token. */
  private static final int PER_TOKEN = 4;

  /**
   * Scalars of one batch.
   *
   * @param edge already weighted
   * @param ranking already weighted
   * @param total their sum, on which the backward pass runs
   */
  public record Terms(
      NDArray classification, NDArray mask, NDArray edge, NDArray ranking, NDArray total) {}

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
    NDArray total = classification.add(bce).add(edge);
    if (rankWeight == 0) {
      return new Terms(classification, bce, edge, mask.getManager().create(0f), total);
    }
    NDArray ranking =
        build.torch().scaled(ranking(output.maskLogits(), mask, build.torch()), rankWeight);
    return new Terms(classification, bce, edge, ranking, total.add(ranking));
  }

  /**
   * Mean over pictures of the mean of log(1 + exp(untouched - edited)) over all pairs of tokens of
   * which one is edited and the other is not: a smooth bound of what the area under the ROC curve
   * within the picture lacks (Burges et al., Learning to Rank using Gradient Descent, 2005). A
   * picture with one kind of token counts 0.
   */
  private static NDArray ranking(NDArray mapLogits, NDArray mask, Torch torch) {
    long batch = mask.getShape().get(0);
    long grid = mapLogits.getShape().get(2) / PER_TOKEN;
    long tokens = grid * grid;
    NDArray level = average(mapLogits, PER_TOKEN);
    NDArray share = average(mask, mask.getShape().get(2) / grid);
    NDArray edited = share.gt(0.5f).toType(DataType.FLOAT32, false);
    NDArray pairs =
        edited.reshape(batch, tokens, 1).mul(edited.sub(1).neg().reshape(batch, 1, tokens));
    NDArray count = pairs.sum(new int[] {1, 2}, true).maximum(1);
    NDArray weight = pairs.div(count).mul((float) (tokens * tokens));
    NDArray difference =
        level.reshape(batch, tokens, 1).sub(level.reshape(batch, 1, tokens)); // [B, N, N]
    return torch.logitCrossEntropy(difference, difference.onesLike(), weight);
  }

  private static NDArray average(NDArray x, long side) {
    Shape cell = new Shape(side, side);
    return Pool.avgPool2d(x, cell, cell, new Shape(0, 0), false, true);
  }
}
