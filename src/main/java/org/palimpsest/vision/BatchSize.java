package org.palimpsest.vision;

import org.palimpsest.vision.maskclip.MaskClipConfig;

/** How many inputs one pass should carry, from the memory that is free. */
final class BatchSize {
  /** More does not make the published size faster on two cores, only the results later. */
  private static final int MOST_ON_CPU = 4;

  private static final int MOST_ON_GPU = 32;

  private BatchSize() {}

  static int of(MaskClipConfig config, ComputeDevice device, DeviceProbe probe) {
    // Other programs want memory too; half of it is left to them.
    long usable = probe.freeBytes(device) / 2;
    long most = device.isGpu() ? MOST_ON_GPU : MOST_ON_CPU;
    return (int) Math.clamp(usable / bytesPerInput(config), 1, most);
  }

  /**
   * Bytes of the intermediate tensors of one input at the widest places, all in float32: a generous
   * bound, not a measurement.
   */
  static long bytesPerInput(MaskClipConfig config) {
    MaskClipConfig.Mae mae = config.mae();
    long tokens = (long) config.grid() * config.grid();
    long block = tokens * mae.dim() * (2L * mae.mlpRatio() + 10);
    long clipTokens = (long) config.clipVision().grid() * config.clipVision().grid() + 1;
    long features =
        clipTokens * config.clipVision().width() * (config.selectedLayers().size() + 20L);
    long decoder = 16 * tokens * config.decoder().dim() * 6L;
    long pixels = (long) config.imageSize() * config.imageSize();
    long stem = config.stem() == null ? 0 : 4 * pixels * config.stem().filters();
    return 2 * 4 * (block + features + decoder + stem + 8 * pixels);
  }
}
