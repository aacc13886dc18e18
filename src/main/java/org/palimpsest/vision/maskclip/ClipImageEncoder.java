package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.vision.nn.Attention;
import org.palimpsest.vision.nn.Conv;
import org.palimpsest.vision.nn.LayerNorm;
import org.palimpsest.vision.nn.Linear;
import org.palimpsest.vision.nn.Weights;

/**
 * CLIP's image tower (keys {@code clip.visual}) up to the last selected feature.
 *
 * <p>Letters: B images, N = grid² + 1 tokens, C width.
 */
final class ClipImageEncoder {
  private final MaskClipConfig.ClipVision config;
  private final List<Integer> selected;
  private final Build build;
  private final Conv conv1;
  private final NDArray classEmbedding;
  private final NDArray positions;
  private final LayerNorm lnPre;
  private final List<ClipBlock> blocks;
  private final @Nullable Linear stemEmbed;

  ClipImageEncoder(MaskClipConfig config, Weights weights, Build build) {
    this.config = config.clipVision();
    this.selected = config.selectedLayers();
    this.build = build;
    this.conv1 = Conv.withoutBias(weights.get("conv1.weight"), this.config.patch(), 0);
    this.classEmbedding = weights.get("class_embedding");
    this.positions = weights.get("positional_embedding");
    this.lnPre = new LayerNorm(weights.under("ln_pre"), 1e-5f);
    this.stemEmbed = config.stem() == null ? null : Linear.of(weights.under("stem_embed"));
    Attention attention = new Attention(build.torch(), this.config.heads(), build.saving());
    this.blocks = new ArrayList<>();
    // Nothing after the last selected feature has any influence.
    for (int i = 0; i <= selected.getLast(); i++) {
      blocks.add(
          new ClipBlock(
              weights.under("transformer.resblocks." + i), attention, false, build.torch()));
    }
  }

  /**
   * The selected features.
   *
   * @param image [B, 3, inputSize, inputSize]
   * @param energies residual energies on this tower's grid [B, grid², E], if there is a stem
   * @return for each selected layer [B, N, C]; token 0 is the class token
   */
  List<NDArray> forward(NDArray image, @Nullable NDArray energies) {
    long batch = image.getShape().get(0);
    int grid = config.grid();
    NDArray patches = conv1.forward(image); // [B, C, grid, grid]
    build.probe().saw("clip.conv1", patches);
    patches = patches.reshape(batch, config.width(), (long) grid * grid).transpose(0, 2, 1);
    if (stemEmbed != null && energies != null) {
      patches = patches.add(stemEmbed.forward(energies));
    }
    NDArray cls = classEmbedding.reshape(1, 1, config.width()).repeat(0, batch); // [B, 1, C]
    NDArray x = lnPre.forward(cls.concat(patches, 1).add(positions)); // [B, N, C]
    build.probe().saw("clip.ln_pre", x);
    return features(x);
  }

  private List<NDArray> features(NDArray x) {
    List<NDArray> features = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      NDArray feature;
      NDArray output;
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        NDArray residual = blocks.get(i).attend(x);
        feature = blocks.get(i).feature(residual);
        build.probe().saw("clip.layer_feature." + i, feature);
        output = i == blocks.size() - 1 ? residual : blocks.get(i).output(residual, feature);
        NDScope.unregister(output);
        if (selected.contains(i)) {
          NDScope.unregister(feature);
        }
      }
      NDScope.register(output);
      if (selected.contains(i)) {
        NDScope.register(feature);
        features.add(feature);
      }
      x = output;
    }
    return features;
  }
}
