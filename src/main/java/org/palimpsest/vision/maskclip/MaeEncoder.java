package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.vision.nn.Conv;
import org.palimpsest.vision.nn.Linear;
import org.palimpsest.vision.nn.Weights;

/**
 * The encoder of the masked autoencoder at high resolution (keys {@code aggregator.vit_model}); its
 * caller walks the blocks and fuses CLIP's features between them. B images, G grid, C width.
 */
final class MaeEncoder {
  private final MaskClipConfig config;
  private final Build build;
  private final Conv patchEmbed;
  private final NDArray positions;
  private final @Nullable Linear stemEmbed;
  private final List<MaeBlock> blocks = new ArrayList<>();

  MaeEncoder(MaskClipConfig config, Weights weights, Build build) {
    this.config = config;
    this.build = build;
    MaskClipConfig.Mae mae = config.mae();
    this.patchEmbed = Conv.of(weights.under("patch_embed.proj"), mae.patch(), 0);
    this.positions = weights.get("pos_embed");
    this.stemEmbed = config.stem() == null ? null : Linear.of(weights.under("stem_embed"));
    for (int i = 0; i < mae.depth(); i++) {
      int side = mae.windowBlocks().contains(i) ? mae.window() : config.grid();
      blocks.add(new MaeBlock(config, i, side, weights.under("blocks." + i), build));
    }
  }

  List<MaeBlock> blocks() {
    return blocks;
  }

  /**
   * @param image [B, 3, imageSize, imageSize]
   * @param energies residual energies on the token grid [B, G², E], if there is a stem
   * @return tokens [B, G, G, C] with positions
   */
  NDArray tokens(NDArray image, @Nullable NDArray energies) {
    int grid = config.grid();
    NDArray patches = patchEmbed.forward(image).transpose(0, 2, 3, 1); // [B, G, G, C]
    build.probe().saw("mae.patch_embed", patches);
    if (stemEmbed != null && energies != null) {
      patches = patches.add(stemEmbed.forward(energies).reshape(patches.getShape()));
    }
    NDArray tokens = patches.add(gridPositions(grid));
    build.probe().saw("mae.tokens_in", tokens);
    return tokens;
  }

  /** Stored positions without the class row, bicubically resized: [1, G, G, C]. */
  private NDArray gridPositions(int grid) {
    int stored = config.mae().positionGrid();
    NDArray square =
        positions
            .split(new long[] {1}, 1)
            .get(1)
            .reshape(1, stored, stored, config.mae().dim())
            .transpose(0, 3, 1, 2);
    NDArray resized = stored == grid ? square : build.torch().bicubic(square, grid, grid);
    return resized.transpose(0, 2, 3, 1);
  }
}
