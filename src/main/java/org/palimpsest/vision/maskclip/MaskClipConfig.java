package org.palimpsest.vision.maskclip;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every size of a MaskCLIP network; what the parameters' shapes do not tell (head counts, windows)
 * is here too.
 *
 * @param imageSize side of the square input in pixels
 * @param clipVision CLIP's image tower
 * @param clipText CLIP's text tower and the learned prompts
 * @param mae the masked autoencoder's encoder
 * @param selectedLayers CLIP blocks (from 0) whose features are used
 * @param fusedBlocks MAE blocks (from 0) after which the features of the selected layers are fused,
 *     one each, in order; there may be fewer than selected layers
 * @param fusionHeads heads of a visual cross-attention (VCA)
 * @param aggregatorHeads heads of the class-token aggregator (VSA)
 * @param decoder the mask decoder
 * @param stem learned high-pass stem; absent in the published sizes
 */
public record MaskClipConfig(
    int imageSize,
    ClipVision clipVision,
    ClipText clipText,
    Mae mae,
    List<Integer> selectedLayers,
    List<Integer> fusedBlocks,
    int fusionHeads,
    int aggregatorHeads,
    Decoder decoder,
    @Nullable Stem stem) {

  /**
   * CLIP's image tower.
   *
   * @param inputSize side in pixels of the resized input
   * @param patch side of a patch in pixels
   */
  public record ClipVision(int inputSize, int patch, int width, int layers, int heads) {
    /** Patches along one side. */
    public int grid() {
      return inputSize / patch;
    }
  }

  /**
   * CLIP's text tower and the prompts.
   *
   * @param embedDim size of the joint embedding of text and image
   * @param contextLength positions of the tower (77 in CLIP)
   * @param contextVectors learned vectors that replace the tokens after the first
   * @param tokens ids up to and including the end-of-text token, which is the last
   */
  public record ClipText(
      int width,
      int layers,
      int heads,
      int embedDim,
      int contextLength,
      int vocabulary,
      int contextVectors,
      List<Integer> tokens) {}

  /**
   * The encoder of the masked autoencoder.
   *
   * @param window side in tokens of an attention window
   * @param windowBlocks blocks (from 0) with windowed attention; the others are global
   * @param positionGrid side of the grid the stored positions were made for
   * @param dropPath rate of stochastic depth at the last block, rising linearly from 0
   */
  public record Mae(
      int patch,
      int dim,
      int depth,
      int heads,
      int mlpRatio,
      int window,
      List<Integer> windowBlocks,
      int positionGrid,
      float dropPath) {}

  /** The mask decoder: channels of its pixel features and heads of its text cross-attention. */
  public record Decoder(int dim, int heads) {}

  /**
   * High-pass residuals, their log-energies pooled over cells of the image.
   *
   * @param filters number of filters over the three channels
   * @param kernel side of a filter, odd
   * @param cell side in pixels of a pooling cell; 8 is the block of JPEG
   * @param blocks whether the statistics of JPEG's blocks and of grids of 8, 4 and 2 pixels are
   *     told as well; the cell is 8 then
   */
  public record Stem(int filters, int kernel, int cell, boolean blocks) {
    public Stem {
      if (blocks && cell != 8) {
        throw new IllegalArgumentException("Statistics of JPEG's blocks need cells of 8 pixels");
      }
    }
  }

  /** Tokens along one side of the MAE branch. */
  public int grid() {
    return imageSize / mae.patch();
  }

  /** The published size: CLIP ViT-L/14 at 224 and MAE ViT-B/16 at 512. */
  public static MaskClipConfig vitL() {
    return new MaskClipConfig(
        512,
        new ClipVision(224, 14, 1024, 24, 16),
        new ClipText(
            768,
            12,
            12,
            768,
            77,
            49408,
            10,
            List.of(
                49406, 343, 343, 343, 343, 343, 343, 343, 343, 343, 343, 550, 2867, 269, 49407)),
        new Mae(16, 768, 12, 12, 4, 14, List.of(0, 1, 3, 4, 6, 7, 9, 10), 14, 0.1f),
        List.of(2, 4, 8, 12, 16, 20, 23),
        List.of(1, 2, 3, 4, 5, 6, 7),
        8,
        8,
        new Decoder(256, 8),
        null);
  }

  /**
   * The small network that ships with the program: the same blocks, a residual stem, prompts over a
   * vocabulary of its own (its text tower is trained from nothing, so words mean nothing to it).
   */
  public static MaskClipConfig compact() {
    return new MaskClipConfig(
        256,
        new ClipVision(224, 14, 64, 3, 4),
        new ClipText(
            64, 2, 4, 64, 77, 64, 10, List.of(62, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 28, 26, 63)),
        new Mae(16, 128, 5, 4, 4, 8, List.of(0, 2), 16, 0),
        List.of(0, 1, 2),
        List.of(1, 2),
        4,
        4,
        new Decoder(48, 4),
        new Stem(16, 5, 8, true));
  }
}
