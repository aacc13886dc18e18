package org.palimpsest.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.training.data.EdgeMask;
import org.palimpsest.training.data.ForgerySynthesiser;
import org.palimpsest.training.data.PhotoLibrary;
import org.palimpsest.training.data.Regenerator;
import org.palimpsest.training.data.Sample;

/**
 * Examples synthesised from authentic photographs, from easy to the full distribution in the course
 * of a run: a network that starts with recompressed edits sees too little of a trace to begin.
 */
public final class SynthesisExamples implements ExampleSource {
  private static final int LEVELS = 10;
  private static final int EDGE_WIDTH = 7;

  private final List<ForgerySynthesiser> levels = new ArrayList<>();
  private final long ramp;
  private final long seed;

  /**
   * @param side of the examples, the network's input size
   * @param ramp number of the example from which on everything occurs
   */
  public SynthesisExamples(
      PhotoLibrary library, @Nullable Regenerator regenerator, int side, long ramp, long seed) {
    for (int level = 0; level <= LEVELS; level++) {
      levels.add(new ForgerySynthesiser(library, regenerator, side, (double) level / LEVELS));
    }
    this.ramp = ramp;
    this.seed = seed;
  }

  @Override
  public TrainingExample example(long number) {
    int level = ramp == 0 ? LEVELS : (int) Math.min(LEVELS, number * LEVELS / ramp);
    Sample sample = levels.get(level).sample(seed * 1_000_000_007L + number);
    return new TrainingExample(
        sample.image(), sample.mask(), EdgeMask.of(sample.mask(), EDGE_WIDTH), sample.fake());
  }
}
