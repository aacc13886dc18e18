package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.vision.nn.Conv;
import org.palimpsest.vision.nn.Weights;

/**
 * What a JPEG save would change in every 8×8 block, and how the block's energy is spread over
 * frequencies (keys {@code stem.blocks}).
 *
 * <p>Coefficients that went through a save lie on multiples of its quantization steps, so another
 * save changes them little; content that came later has no such history. B images, n blocks along a
 * side. The tensors are constants: standard tables and a transform, not learned.
 */
final class BlockStatistics {
  /** Statistics per block. */
  static final int CHANNELS =
      BlockConstants.LUMA_QUALITIES.length + 2 * BlockConstants.CHROMA_QUALITIES.length + 7;

  private static final int COEFFICIENTS = BlockConstants.COEFFICIENTS;
  private static final float FLOOR = 0.05f;
  private static final float COEFFICIENT_FLOOR = 0.3f;

  private final Conv transform;
  private final Conv bands;
  private final NDArray lumaSteps;
  private final NDArray chromaSteps;

  BlockStatistics(Weights weights) {
    this.transform = Conv.withoutBias(weights.get("transform"), 8, 0);
    this.bands = Conv.withoutBias(weights.get("bands"), 1, 0);
    this.lumaSteps = weights.get("luma_steps");
    this.chromaSteps = weights.get("chroma_steps");
  }

  /** Image [B, 3, s, s] → [B, CHANNELS, s/8, s/8]. */
  NDArray forward(NDArray image) {
    NDArray coefficients = transform.forward(image); // [B, 3·63, n, n], grey levels
    List<NDArray> planes = coefficients.split(new long[] {COEFFICIENTS, 2 * COEFFICIENTS}, 1);
    List<NDArray> statistics = new ArrayList<>(changes(planes.get(0), lumaSteps));
    statistics.addAll(changes(planes.get(1), chromaSteps));
    statistics.addAll(changes(planes.get(2), chromaSteps));
    statistics.add(bands.forward(coefficients.abs().add(COEFFICIENT_FLOOR).log()));
    NDArray all = statistics.getFirst();
    for (NDArray more : statistics.subList(1, statistics.size())) {
      all = all.concat(more, 1);
    }
    return all;
  }

  /** Log of the mean change by quantization, one [B, 1, n, n] for each row of steps [Q, 63]. */
  private static List<NDArray> changes(NDArray coefficients, NDArray steps) {
    List<NDArray> changes = new ArrayList<>();
    for (NDArray row : steps.split(steps.getShape().get(0), 0)) {
      NDArray step = row.reshape(1, COEFFICIENTS, 1, 1);
      NDArray level = coefficients.div(step);
      NDArray change = level.sub(level.round()).mul(step).abs();
      changes.add(change.mean(new int[] {1}, true).add(FLOOR).log());
    }
    return changes;
  }

  /** The constants as parameters, by key below the given one. */
  static List<Parameter> parameters(String name, float[] deviation) {
    return List.of(
        BlockConstants.given(
            name + ".transform", BlockConstants.transform(deviation), 3L * COEFFICIENTS, 3, 8, 8),
        BlockConstants.given(name + ".bands", BlockConstants.bands(), 7, 3L * COEFFICIENTS, 1, 1),
        BlockConstants.given(
            name + ".luma_steps",
            BlockConstants.steps(BlockConstants.LUMA, BlockConstants.LUMA_QUALITIES),
            BlockConstants.LUMA_QUALITIES.length,
            COEFFICIENTS),
        BlockConstants.given(
            name + ".chroma_steps",
            BlockConstants.steps(BlockConstants.CHROMA, BlockConstants.CHROMA_QUALITIES),
            BlockConstants.CHROMA_QUALITIES.length,
            COEFFICIENTS));
  }
}
