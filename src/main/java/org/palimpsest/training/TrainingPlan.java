package org.palimpsest.training;

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
    long seed) {
  /** The learning rate of an update, counted from 0. */
  public double rate(long step) {
    // the schedule counts in epochs; here an epoch is the whole run
    double length = steps;
    return new CosineSchedule(learningRate, minimumRate, warmUp / length, 1)
        .at(Math.max(step, 0.5) / length);
  }
}
