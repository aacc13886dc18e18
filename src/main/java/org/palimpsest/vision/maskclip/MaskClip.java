package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.vision.nn.Scope;
import org.palimpsest.vision.nn.Weights;

/**
 * MaskCLIP (OpenSDI, CVPR 2025, section 4): CLIP and a masked autoencoder joined by learned prompts
 * and attention, for detection (real or fake) and localization (where).
 *
 * <p>Letters: B images, L selected CLIP layers, N CLIP tokens, D CLIP width, G MAE grid, C MAE
 * width, E joint embedding.
 */
public final class MaskClip {
  private final MaskClipConfig config;
  private final Build build;
  private final ClipImageEncoder clip;
  private final ClsAttentionAggregator clsAggregator;
  private final SideAdapterNetwork aggregator;
  private final @Nullable ResidualStem stem;

  /**
   * @param full parameters in float32: the class head keeps full precision
   * @param working the same parameters in the precision the towers work in
   */
  public MaskClip(MaskClipConfig config, Weights full, Weights working, Build build) {
    this.config = config;
    this.build = build;
    this.clip = new ClipImageEncoder(config, working.under("clip.visual"), build);
    this.clsAggregator =
        new ClsAttentionAggregator(config.aggregatorHeads(), full.under("cls_aggregator"), build);
    this.aggregator = new SideAdapterNetwork(config, working.under("aggregator"), build);
    this.stem =
        config.stem() == null
            ? null
            : new ResidualStem(config.stem(), full.under("stem"), build.torch());
  }

  /**
   * What the network says of a batch.
   *
   * @param classLogits [B, 2]: real, fake; unbounded
   * @param maskLogits [B, 1, 4G, 4G]; unbounded
   */
  public record Output(NDArray classLogits, NDArray maskLogits) {
    /** Localization map [B, 1, size, size], 0..1: upsampled with corners aligned, then sigmoid. */
    public NDArray map(Build build, int size) {
      NDArray logits = build.torch().bilinearCorners(maskLogits, size, size);
      return ai.djl.nn.Activation.sigmoid(logits);
    }
  }

  /**
   * Predicts; nothing else.
   *
   * @param image [B, 3, imageSize, imageSize], CLIP-normalized, float32
   * @param text unit text features [2, E], row 0 real, row 1 fake; constants of a checkpoint, see
   *     {@link TextFeatures}
   */
  public Output forward(NDArray image, NDArray text) {
    int clipSize = config.clipVision().inputSize();
    NDArray energies = stem == null ? null : Scope.of(() -> stem.forward(image));
    NDArray small = build.torch().bilinearCorners(image, clipSize, clipSize);
    build.probe().saw("clip.input_resized", small);
    List<NDArray> features =
        clip.forward(
            working(small),
            energies == null
                ? null
                : working(ResidualStem.averaged(energies, config.clipVision().grid())));

    NDArray maskLogits =
        aggregator.forward(
            working(image),
            energies == null ? null : working(ResidualStem.onTokens(energies, config.grid())),
            patchMaps(features),
            text.split(2, 0).get(1));
    build.probe().saw("mask.logits_lowres", maskLogits);

    NDArray classTokens = classTokens(features); // [B, L, D]
    build.probe().saw("cls.input", classTokens);
    NDArray feature = clsAggregator.forward(classTokens); // [B, E]
    build.probe().saw("cls.feature", feature);
    NDArray classLogits = feature.matMul(text.transpose()); // [B, 2]
    return new Output(classLogits, build.torch().toFloat32(maskLogits));
  }

  /** Inputs in the towers' precision. */
  private NDArray working(NDArray x) {
    return build.half() ? build.torch().toBfloat16(x) : x;
  }

  /** Tokens after the first of every feature as maps [B, D, g, g]. */
  private List<NDArray> patchMaps(List<NDArray> features) {
    int grid = config.clipVision().grid();
    List<NDArray> maps = new ArrayList<>();
    for (NDArray feature : features) {
      long batch = feature.getShape().get(0);
      NDArray patches = feature.split(new long[] {1}, 1).get(1);
      maps.add(patches.transpose(0, 2, 1).reshape(batch, -1, grid, grid));
    }
    return maps;
  }

  private NDArray classTokens(List<NDArray> features) {
    NDArray tokens = features.getFirst().split(new long[] {1}, 1).get(0);
    for (NDArray feature : features.subList(1, features.size())) {
      tokens = tokens.concat(feature.split(new long[] {1}, 1).get(0), 1);
    }
    return build.torch().toFloat32(tokens);
  }
}
