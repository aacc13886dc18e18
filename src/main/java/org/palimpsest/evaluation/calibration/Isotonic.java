package org.palimpsest.evaluation.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.palimpsest.registry.Calibration.Knot;

/**
 * Isotonic regression by pooling adjacent violators: the weighted least-squares line that never
 * falls. Its ends are kept away from 0 and 1 by what the number of pictures can show.
 */
final class Isotonic {
  /** Neighbouring observations with one probability. */
  private static final class Block {
    private final double from;
    private double to;
    private double weight;
    private double fake;

    Block(double value, double weight, double fake) {
      from = value;
      to = value;
      this.weight = weight;
      this.fake = fake;
    }

    double probability() {
      return fake / weight;
    }

    void take(Block right) {
      to = right.to;
      weight += right.weight;
      fake += right.fake;
    }
  }

  private Isotonic() {}

  /** The knots of the line: both ends of every level. */
  static List<Knot> fit(List<Observation> observations) {
    Weights weights = Weights.balancing(observations);
    List<Observation> sorted =
        observations.stream().sorted(Comparator.comparingDouble(Observation::value)).toList();
    List<Block> blocks = new ArrayList<>();
    for (Observation one : sorted) {
      double weight = weights.of(one);
      Block block = new Block(one.value(), weight, one.fake() ? weight : 0);
      if (!blocks.isEmpty() && blocks.getLast().to == one.value()) {
        blocks.getLast().take(block);
      } else {
        blocks.add(block);
      }
      pool(blocks);
    }
    double least = least(observations);
    List<Knot> knots = new ArrayList<>();
    for (Block block : blocks) {
      double probability = Math.clamp(block.probability(), least, 1 - least);
      knots.add(new Knot(block.from, probability));
      if (block.to > block.from) {
        knots.add(new Knot(block.to, probability));
      }
    }
    return knots;
  }

  private static void pool(List<Block> blocks) {
    while (blocks.size() > 1
        && blocks.get(blocks.size() - 2).probability() >= blocks.getLast().probability()) {
      Block right = blocks.removeLast();
      blocks.getLast().take(right);
    }
  }

  /** One in the smaller kind's pictures and two more (the rule of succession). */
  private static double least(List<Observation> observations) {
    long fake =
        observations.stream()
            .filter(Observation::fake)
            .map(Observation::picture)
            .distinct()
            .count();
    long authentic =
        observations.stream()
            .filter(one -> !one.fake())
            .map(Observation::picture)
            .distinct()
            .count();
    return 1.0 / (Math.min(fake, authentic) + 2);
  }
}
