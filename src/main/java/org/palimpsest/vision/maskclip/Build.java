package org.palimpsest.vision.maskclip;

import org.palimpsest.vision.nn.ActivationProbe;
import org.palimpsest.vision.nn.Noise;
import org.palimpsest.vision.nn.Torch;

/**
 * How the network is computed, as against what it computes.
 *
 * @param torch operators of the device
 * @param algebra whether exact algebraic savings are used
 * @param half whether the towers work in bfloat16
 * @param noise dropout and stochastic depth
 * @param probe sees intermediate tensors
 */
public record Build(
    Torch torch, Algebra algebra, boolean half, Noise noise, ActivationProbe probe) {
  /** Both compute the same function, up to rounding. */
  public enum Algebra {
    /** Fewer operations: fused attention, folded projections, convolutions before upsampling. */
    SAVING,
    /** Operation by operation as published: the yardstick for speed, and a cross-check. */
    PLAIN
  }

  /** For prediction, in float32. */
  public static Build inference(Torch torch) {
    return new Build(torch, Algebra.SAVING, false, Noise.NONE, ActivationProbe.NONE);
  }

  /** The same, the towers in bfloat16. */
  public Build inHalf() {
    return new Build(torch, algebra, true, noise, probe);
  }

  public Build plain() {
    return new Build(torch, Algebra.PLAIN, half, noise, probe);
  }

  public Build with(Noise other) {
    return new Build(torch, algebra, half, other, probe);
  }

  public Build with(ActivationProbe other) {
    return new Build(torch, algebra, half, noise, other);
  }

  boolean saving() {
    return algebra == Algebra.SAVING;
  }
}
