package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.vision.nn.Conv;
import org.palimpsest.vision.nn.Scope;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/**
 * Log-energies of high-pass residuals (keys {@code stem}): what is left of an image when its
 * content is removed, and how that differs from the rest of the same image.
 *
 * <p>Of each residual r, per cell: log mean |r|, how peaked it is, and the share of near-zero
 * values (which saves and smooth fills raise); with them, where configured, {@link BlockStatistics}
 * and {@link GridWaves}. Each as it is and standardized over the image. Not part of the published
 * network. B images, F filters, S statistics, n cells along a side.
 */
final class ResidualStem {
  private static final int PER_FILTER = 3;

  private static final float FLOOR = 0.02f;

  private final MaskClipConfig.Stem config;
  private final Conv filters;
  private final @Nullable BlockStatistics blocks;
  private final @Nullable GridWaves waves;
  private final Torch torch;

  ResidualStem(MaskClipConfig.Stem config, Weights weights, Torch torch) {
    this.torch = torch;
    this.config = config;
    this.filters = Conv.withoutBias(weights.get("filters"), 1, config.kernel() / 2);
    this.blocks = config.blocks() ? new BlockStatistics(weights.under("blocks")) : null;
    this.waves = config.blocks() ? new GridWaves(weights.under("waves")) : null;
  }

  /** Channels of what a stem tells of a cell: every statistic as it is and relative. */
  static int channels(MaskClipConfig.Stem config) {
    int more = config.blocks() ? BlockStatistics.CHANNELS + GridWaves.CHANNELS : 0;
    return 2 * (PER_FILTER * config.filters() + more);
  }

  /**
   * Image [B, 3, s, s] → statistics of its cells [B, channels, n, n].
   *
   * <p>One image after another: the residuals of a batch are many times larger than the caches, and
   * a step of training took five times as long that way.
   */
  NDArray forward(NDArray image) {
    long batch = image.getShape().get(0);
    if (batch == 1) {
      return one(image);
    }
    NDList images = image.split(batch, 0);
    NDList statistics = new NDList();
    for (NDArray single : images) {
      statistics.add(Scope.of(() -> one(single)));
    }
    return NDArrays.concat(statistics, 0);
  }

  private NDArray one(NDArray image) {
    NDArray residual = filters.forward(image); // [B, F, s, s], about grey levels
    NDArray magnitude = residual.abs();
    NDArray mean = pooled(magnitude);
    NDArray level = mean.add(FLOOR).log();
    NDArray peak = pooled(residual.square()).add(FLOOR).log().sub(torch.scaled(level, 2));
    NDArray quiet = pooled(torch.scaled(magnitude, -2).exp());
    NDArray statistics = level.concat(peak, 1).concat(quiet, 1); // [B, 3F, n, n]
    if (blocks != null && waves != null) {
      statistics = statistics.concat(blocks.forward(image), 1).concat(waves.forward(image), 1);
    }
    NDArray centred = statistics.sub(overImage(statistics));
    NDArray spread = overImage(centred.square()).sqrt().add(1e-2f);
    return statistics.concat(centred.div(spread), 1);
  }

  /** Mean of every channel: [B, C, n, n] → [B, C, 1, 1]. */
  private static NDArray overImage(NDArray x) {
    long batch = x.getShape().get(0);
    long channels = x.getShape().get(1);
    return x.reshape(batch, channels, -1).mean(new int[] {2}).reshape(batch, channels, 1, 1);
  }

  /** Energies regrouped to a token grid: [B, E, n, n] → [B, grid², E · (n/grid)²]. */
  static NDArray onTokens(NDArray energies, int grid) {
    long batch = energies.getShape().get(0);
    long channels = energies.getShape().get(1);
    long per = energies.getShape().get(2) / grid;
    return energies
        .reshape(batch, channels, grid, per, grid, per)
        .transpose(0, 2, 4, 1, 3, 5)
        .reshape(batch, (long) grid * grid, channels * per * per);
  }

  /** Energies averaged to a coarser grid: [B, E, n, n] → [B, grid², E]. */
  static NDArray averaged(NDArray energies, int grid) {
    long per = energies.getShape().get(2) / grid;
    NDArray coarse = average(energies, per);
    return onTokens(coarse, grid);
  }

  private NDArray pooled(NDArray x) {
    return average(x, config.cell());
  }

  private static NDArray average(NDArray x, long cell) {
    Shape size = new Shape(cell, cell);
    return Pool.avgPool2d(x, size, size, new Shape(0, 0), false, true);
  }

  /**
   * Initial filters [F, 3, k, k] in grey levels per unit of the normalized input: differences of
   * first to fourth order along rows, columns and both, of luminance and of two colour differences.
   */
  static float[] initialFilters(MaskClipConfig.Stem config, float[] deviation) {
    List<float[]> banks = HighPass.kernels(config.kernel());
    float[][] colours = {
      {0.299f, 0.587f, 0.114f}, {0.5f, -0.419f, -0.081f}, {-0.169f, -0.331f, 0.5f}
    };
    int area = config.kernel() * config.kernel();
    List<float[]> filters = new ArrayList<>();
    for (int i = 0; i < colours.length; i++) {
      // Colour differences are stored at half resolution; half as many filters say enough of them.
      for (float[] kernel : i == 0 ? banks : banks.subList(2, 6)) {
        filters.add(filter(colours[i], kernel, deviation));
      }
    }
    float[] values = new float[config.filters() * 3 * area];
    for (int f = 0; f < config.filters(); f++) {
      System.arraycopy(filters.get(f % filters.size()), 0, values, f * 3 * area, 3 * area);
    }
    return values;
  }

  private static float[] filter(float[] colour, float[] kernel, float[] deviation) {
    float[] filter = new float[3 * kernel.length];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < kernel.length; i++) {
        filter[c * kernel.length + i] = 255 * deviation[c] * colour[c] * kernel[i];
      }
    }
    return filter;
  }
}
