package org.palimpsest.vision;

import java.util.concurrent.atomic.AtomicInteger;
import org.palimpsest.vision.maskclip.MaskClipConfig;

/** How many inputs go into one pass: by free memory first, halved whenever memory runs out. */
final class BatchSize {
  /** More gains nothing on a CPU: the operators use all cores with one input already. */
  private static final int MOST_ON_CPU = 4;

  private static final int MOST_ON_GPU = 16;
  private static final long MIB = 1 << 20;

  private final AtomicInteger size;

  BatchSize(int size) {
    this.size = new AtomicInteger(Math.max(1, size));
  }

  /**
   * The size for a network whose weights are loaded.
   *
   * @param freeBytes free memory of the device; 0 where it is unknown, then one input
   */
  static BatchSize of(MaskClipConfig config, boolean gpu, long freeBytes) {
    // Half of what is free stays free: other programs, and fragments the allocator cannot join.
    long fitting = freeBytes / 2 / bytesPerInput(config);
    return new BatchSize((int) Math.min(fitting, gpu ? MOST_ON_GPU : MOST_ON_CPU));
  }

  /**
   * An upper estimate of the memory one input needs at the widest place of the network: the hidden
   * layers of the widest tower, the attention of the MAE tower with its folded positions, and the
   * decoder's pixel features.
   */
  static long bytesPerInput(MaskClipConfig config) {
    long tokens = (long) config.grid() * config.grid();
    long hidden = 4L * config.mae().mlpRatio() * config.mae().dim() * tokens;
    long attention =
        4L * 4 * tokens * (config.mae().dim() + 2L * config.grid() * config.mae().heads());
    long clipTokens = (long) config.clipVision().grid() * config.clipVision().grid() + 1;
    long clip = 4L * 8 * clipTokens * config.clipVision().width();
    long features = 4L * config.selectedLayers().size() * tokens * config.mae().dim();
    long pixels = 4L * 16 * tokens * config.decoder().dim() * 3;
    long stem =
        config.stem() == null
            ? 0
            : 4L * 3 * config.stem().filters() * config.imageSize() * config.imageSize();
    return 32 * MIB + 2 * (hidden + attention + clip + features + pixels) + stem;
  }

  int current() {
    return size.get();
  }

  /**
   * Halves after a pass of so many inputs ran out of memory.
   *
   * @return whether a smaller pass can be tried
   */
  boolean halve(int failed) {
    if (failed <= 1) {
      return false;
    }
    size.updateAndGet(now -> Math.min(now, failed / 2));
    return true;
  }
}
