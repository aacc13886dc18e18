package org.palimpsest.training;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.palimpsest.vision.maskclip.MaskClipConfig;

/**
 * Everything a run is made of; the same plan on the same data is the same run.
 *
 * @param config the network
 * @param groups what is trained
 * @param steps updates in all
 * @param batch examples per update
 * @param learningRate after the warm-up
 * @param minimumRate at the end
 * @param warmUp updates of linear warm-up
 * @param weightDecay of matrices
 * @param seed of initial values, examples and noise
 * @param technique what the released code does without
 */
public record TrainingPlan(
    MaskClipConfig config,
    Set<ParameterGroup> groups,
    long steps,
    int batch,
    double learningRate,
    double minimumRate,
    long warmUp,
    double weightDecay,
    long seed,
    Technique technique) {
  /**
   * Refinements of the released training.
   *
   * @param accumulation parts into which an update's examples are divided, one after another
   *     through the network, to need less memory; divides the batch
   * @param clipNorm largest global norm of the gradients, infinite for no limit
   * @param averaging share of the past in the moving average of the weights that is published, 0
   *     for the last weights themselves
   * @param loss what is minimised
   */
  public record Technique(int accumulation, double clipNorm, double averaging, MaskClipLoss loss) {
    /** The released code's. */
    public static final Technique RELEASED =
        new Technique(1, Double.POSITIVE_INFINITY, 0, MaskClipLoss.RELEASED);

    public Technique {
      if (accumulation < 1 || !(clipNorm > 0) || !(averaging >= 0 && averaging < 1)) {
        throw new IllegalArgumentException(
            "No training with %d parts, norm %s and averaging %s"
                .formatted(accumulation, clipNorm, averaging));
      }
    }
  }

  public TrainingPlan {
    groups = Collections.unmodifiableSet(EnumSet.copyOf(groups));
    if (batch % technique.accumulation() != 0) {
      throw new IllegalArgumentException(
          "%d examples cannot be divided into %d equal parts"
              .formatted(batch, technique.accumulation()));
    }
  }

  /** The learning rate of an update, counted from 0. */
  public double rate(long step) {
    // the schedule counts in epochs; here an epoch is the whole run
    double length = steps;
    return new CosineSchedule(learningRate, minimumRate, warmUp / length, 1)
        .at(Math.max(step, 0.5) / length);
  }
}
