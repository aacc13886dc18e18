package org.palimpsest.training.data;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded random choices; the same seed makes the same choices on every machine. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this(new SplittableRandom(seed));
  }

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Dice of their own: what is drawn from them does not move what is drawn from these. */
  Dice split() {
    return new Dice(random.split());
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Uniform from low, included, to high, excluded. */
  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Uniform in the logarithm: halves are as frequent as doubles. */
  double ratio(double low, double high) {
    return StrictMath.exp(between(StrictMath.log(low), StrictMath.log(high)));
  }

  /** Uniform, both ends included. */
  int whole(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  double gaussian() {
    return random.nextGaussian();
  }

  <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
